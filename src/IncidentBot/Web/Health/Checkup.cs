namespace IncidentBot.Web.Health;

/// <summary>Asks the bot that runs with the same settings whether it is ready: <c>IncidentBot health</c>.</summary>
/// <remarks>For containers, whose image has nothing else that could ask.</remarks>
public static class Checkup
{
    public const string Word = "health";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="bot">Where it listens.</param>
    /// <returns>The exit code: 0 when it is ready.</returns>
    public static async Task<int> Run(Uri bot)
    {
        var address = new Uri(bot, "/health/ready");
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(address);
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Nothing answers at {address}. Is IncidentBot running there?");
            return 1;
        }
    }
}
