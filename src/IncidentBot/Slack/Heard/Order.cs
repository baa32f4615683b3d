using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Slack.Heard;

/// <summary>What happens may arrive late, twice and in the wrong order: the last thing that happened counts.</summary>
public sealed class Order(INotebook notes)
{
    /// <summary>Slack's last repetition comes after five minutes; what lay in a connection that broke may take longer.</summary>
    static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    /// <param name="what">What it is about, e.g. "pin:C024BE91L/1700000000.000100".</param>
    /// <param name="ts">When it happened, as Slack writes it.</param>
    /// <param name="act">Done unless something newer was done before.</param>
    public async Task InTurn(string what, string ts, Func<Task> act)
    {
        var key = $"last:{what}";
        if (await notes.Read(SlackIds.Platform, key, default) is { } last && Number(ts) < Number(last))
            return;
        await act();
        await notes.Write(SlackIds.Platform, key, ts, Keep, default);
    }

    static decimal Number(string ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
