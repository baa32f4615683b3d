using IncidentBot.Chat;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Incoming;

/// <summary>Learns which workspace the bot lives in, and tells requests for it from those for others.</summary>
/// <remarks>Slack is asked until it answers; requests that come before wait a moment.</remarks>
public sealed partial class Workspace(SlackApi api, TimeProvider clock, ILogger<Workspace> log) : BackgroundService
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.4);
    static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Rarest = TimeSpan.FromMinutes(1);

    readonly TaskCompletionSource<Home> known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null: Slack has not told yet; nobody waits for it.</summary>
    public Home? Known => known.Task.IsCompletedSuccessfully ? known.Task.Result : null;

    /// <returns>Null: Slack has not told yet.</returns>
    public async Task<Home?> Home(CancellationToken ct)
    {
        if (known.Task.IsCompleted)
            return await known.Task;
        try
        {
            return await known.Task.WaitAsync(Patience, clock, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = Soonest; !await Asked(stoppingToken); wait = wait < Rarest / 2 ? wait * 2 : Rarest)
            await Task.Delay(wait, clock, stoppingToken);
    }

    async Task<bool> Asked(CancellationToken ct)
    {
        try
        {
            var me = await api.Call("auth.test", new { }, ct);
            var home = new Home(me.Text("team_id"), me.TextOrNull("enterprise_id"), me.Text("user_id"), me.TextOrNull("bot_id"));
            known.SetResult(home with { App = await AppOf(home, ct) });
            return true;
        }
        catch (Exception failure) when (failure is ChatUnavailableException or ChatRefusedException)
        {
            NotTold(failure.Message);
            return false;
        }
    }

    /// <summary>Slack tells it beside the bot's own profile; where it may not be read, the signature has to do.</summary>
    async Task<string?> AppOf(Home home, CancellationToken ct)
    {
        try
        {
            var me = await api.Call("users.info", new { user = home.Bot }, ct);
            return me.TextOrNull("user", "profile", "api_app_id");
        }
        catch (Exception failure) when (failure is ChatUnavailableException or ChatRefusedException)
        {
            return null;
        }
    }

    [LoggerMessage(1401, LogLevel.Warning, "Slack does not say which workspace this is, so nothing from there is taken: {Reason}")]
    partial void NotTold(string reason);
}

/// <summary>The workspace that the bot lives in.</summary>
/// <param name="Enterprise">The organisation it belongs to; null: none, or not told.</param>
/// <param name="Bot">The bot's own user id.</param>
/// <param name="BotId">What messages of the bot are marked with.</param>
public sealed record Home(string Team, string? Enterprise, string Bot, string? BotId)
{
    /// <summary>Null: not told.</summary>
    public string? App { get; init; }

    /// <summary>Whether a request is for this app in this workspace. One that names none can't be for another.</summary>
    public bool Owns(Origins request) =>
        (request.App is null || App is null || request.App == App)
        && (request.All.Any(Is) || request.All.All(one => one is { Team: null, Enterprise: null }));

    bool Is(Origin one) => one.Team is { } team
        ? team == Team && (one.Enterprise is null || Enterprise is null || one.Enterprise == Enterprise)
        : one.Enterprise is { } enterprise && enterprise == Enterprise;
}
