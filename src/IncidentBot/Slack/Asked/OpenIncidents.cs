using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Which incidents there are for somebody in Slack.</summary>
public sealed class OpenIncidents(Sidebar sidebar, Colleagues colleagues, TimeProvider clock)
{
    /// <summary>Whether a channel is that of an incident, as far as they may see it.</summary>
    public async Task<bool> Has(string channel, Sender by) =>
        await colleagues.Of(by, default) is { IsWelcome: true } who
        && await sidebar.Of(new Room(SlackIds.Platform, channel, ""), who.Person, clock.GetUtcNow(), default) is not null;

    /// <returns>Null: they may not ask.</returns>
    public async Task<IReadOnlyList<(string Reference, string Title)>?> Of(Sender by) =>
        await colleagues.Of(by, default) is { IsWelcome: true } who
            ? [.. (await sidebar.Open(who.Person, default)).Values.Select(one => (one.Reference, one.Title))]
            : null;
}
