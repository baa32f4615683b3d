using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using IncidentBot.Slack;

namespace IncidentBot.Bench.Slack;

/// <summary>
/// The bot as a process in a fake workspace that answers at once, and somebody there who types and presses.
/// </summary>
sealed class Workplace : IAsyncDisposable
{
    const string Ann = "U0ANN";

    static readonly byte[] Key = Encoding.UTF8.GetBytes(FakeSlack.SigningSecret);

    readonly Folder folder = new();
    int sent;

    Workplace(FakeSlack slack) => Slack = slack;

    public FakeSlack Slack { get; }
    public BotProcess Bot { get; private set; } = null!;
    public FakeChannel Announce { get; private set; } = null!;

    public static async Task<Workplace> Open()
    {
        var place = new Workplace(await FakeSlack.Start());
        place.Slack.AddUser(Ann, "Ann");
        place.Announce = place.Slack.AddChannel("incidents", false, FakeSlack.Bot, Ann);
        place.Bot = await BotProcess.Start(
            place.folder.Path,
            [
                ("Logging__LogLevel__Default", "Warning"), ("Reminders__NoLeadAfter", "10:00:00"),
                .. place.Slack.Settings.Select(one => (one.Item1.Replace(":", "__"), one.Item2)),
            ]);
        return place;
    }

    public Task Type(string text, string channel) => Send(
        $"team_id={FakeSlack.Team}&api_app_id={FakeSlack.App}&user_id={Ann}&user_name=ann"
        + $"&channel_id={channel}&channel_name=x"
        + $"&command=%2Fincident&text={Uri.EscapeDataString(text)}&trigger_id=1.{Interlocked.Increment(ref sent)}.t"
        + $"&response_url={Uri.EscapeDataString(Slack.NewReplyAddress(Ann).ToString())}");

    public Task Press(string line, string channel) => Send($"payload={Uri.EscapeDataString(new JsonObject
    {
        ["type"] = "block_actions",
        ["api_app_id"] = FakeSlack.App,
        ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
        ["user"] = new JsonObject { ["id"] = Ann, ["username"] = "ann", ["team_id"] = FakeSlack.Team },
        ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "x" },
        ["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = channel, ["is_ephemeral"] = false },
        ["trigger_id"] = $"1.{Interlocked.Increment(ref sent)}.t",
        ["response_url"] = Slack.NewReplyAddress(Ann).ToString(),
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = "do.0",
            ["value"] = line,
            ["action_ts"] = $"17{Interlocked.Increment(ref sent):D8}.1",
        }),
    }.ToJsonString())}");

    /// <summary>Until it is so, or half a minute has gone by.</summary>
    public static async Task Until(Func<bool> so)
    {
        for (var look = 0; look < 600 && !so(); look++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
        folder.Dispose();
    }

    async Task Send(string body)
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", SignedLoad.Sign(Key, at, Encoding.UTF8.GetBytes(body)));
        using var answer = await Bot.Http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{(int)answer.StatusCode} to {body}");
    }
}
