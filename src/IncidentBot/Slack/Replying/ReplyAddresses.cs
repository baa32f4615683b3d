using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;

namespace IncidentBot.Slack.Replying;

/// <summary>Answers where Slack said that an answer may be sent: five times in half an hour.</summary>
/// <remarks>https://docs.slack.dev/interactivity/handling-user-interaction#message_responses</remarks>
public sealed partial class ReplyAddresses(
    SlackSettings settings, ICurrentOrganisation organisation, TimeProvider clock, ILogger<ReplyAddresses> log) : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);
    static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>What only one person sees, where Slack takes it as the answer of a request.</summary>
    public static JsonObject Ephemeral(Card card, Organisation org)
    {
        var message = SlackCard.Message(card, org);
        message["response_type"] = "ephemeral";
        return message;
    }

    /// <param name="replace">Whether it takes the place of the message that was clicked.</param>
    /// <returns>Whether it is shown.</returns>
    public Task<bool> Post(Uri? address, Card card, bool replace)
    {
        var message = Ephemeral(card, organisation.Now);
        message["replace_original"] = replace;
        return Post(address, message);
    }

    /// <inheritdoc cref="Post(Uri?, Card, bool)"/>
    public async Task<bool> Post(Uri? address, JsonObject message)
    {
        if (address is null || !IsSlacks(address))
            return false;
        foreach (var pause in Pauses)
        {
            if (await Try(address, message) is { } shown)
                return shown;
            await Task.Delay(pause, clock);
        }
        return await Try(address, message) ?? false;
    }

    public void Dispose() => http.Dispose();

    /// <returns>Null: it may work later.</returns>
    async Task<bool?> Try(Uri address, JsonNode message)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            using var response = await http.PostAsJsonAsync(address, message, limit.Token);
            if (response.IsSuccessStatusCode)
                return true;
            NotTaken((int)response.StatusCode);
            return (int)response.StatusCode is 429 or >= 500 ? null : false;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>A request says where to answer; it doesn't get to say where else the bot should look.</summary>
    bool IsSlacks(Uri address) =>
        address.Host == settings.ApiUrl.Host
        || (address.Scheme == Uri.UriSchemeHttps && (address.Host == "hooks.slack.com" || address.Host == "hooks.slack-gov.com"));

    [LoggerMessage(1441, LogLevel.Information, "Slack did not take an answer ({Status})")]
    partial void NotTaken(int status);
}
