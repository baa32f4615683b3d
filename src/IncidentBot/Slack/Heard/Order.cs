using System.Globalization;
using IncidentBot.Chat;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>
/// What happens may arrive late, twice, in the wrong order and on two nodes at once: the last thing that happened counts.
/// </summary>
public sealed class Order(INotebook notes)
{
    /// <summary>Slack's last repetition comes after five minutes; what lay in a connection that broke may take longer.</summary>
    static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    /// <param name="what">What it is about, e.g. "pin:C024BE91L/1700000000.000100".</param>
    /// <param name="now">How it is since then, e.g. "on" or "off".</param>
    /// <param name="make">
    /// Makes it so, unless something newer happened. It is given how it is to be, which may be newer than what happened here,
    /// and a name for the request. To make it so twice is to make it so once.
    /// </param>
    /// <remarks>
    /// Noted first and done then: whoever did something and finds something newer noted afterwards does that, too, since it
    /// may have been done in between and undone by this. So does whoever comes late: the one before may have died over it.
    /// Each of them under a name of its own: what one did before the undoing must not pass for done.
    /// </remarks>
    public async Task InTurn(string what, Happened happened, string now, Func<string, string, Task> make)
    {
        var key = $"last:{what}";
        var done = $"{happened.Ts} {now}";
        string? last;
        do
        {
            last = await notes.Read(SlackIds.Platform, key, default);
        }
        while (!IsNewer(last, done) && last != done && !await notes.Replace(SlackIds.Platform, key, last, done, Keep, default));
        if (!IsNewer(last, done))
            await make(now, $"slack/{happened.Id}");
        while (await notes.Read(SlackIds.Platform, key, default) is { } newer && newer != done)
        {
            await make(StateIn(newer), $"slack/{happened.Id}/{Guid.NewGuid():N}");
            done = newer;
        }
    }

    /// <returns>How it is as far as is known; null: nothing happened to it lately.</returns>
    public async Task<string?> Last(string what) =>
        await notes.Read(SlackIds.Platform, $"last:{what}", default) is { } last ? StateIn(last) : null;

    static bool IsNewer(string? noted, string than) => noted is not null && TimeIn(noted) > TimeIn(than);

    static decimal TimeIn(string noted) =>
        decimal.TryParse(noted.Split(' ')[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static string StateIn(string noted) => noted[(noted.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
