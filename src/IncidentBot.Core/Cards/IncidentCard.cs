using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>The one live card of an incident, in its own room and wherever it is announced.</summary>
public static class IncidentCard
{
    const int LongestHowTo = 500;

    public static Card For(Incident incident, Organisation org, DateTimeOffset now) => new($"{incident.Title}")
    {
        Header = incident.Heading(),
        Accent = incident.Colour(),
        Fields = [.. Fields(incident, org, now)],
        Lines = [.. Lines(incident, org)],
        Buttons = [.. Buttons(incident)],
        Hint = incident.Practice ? Practice.Hint(incident, org) : null,
    };

    static IEnumerable<Field> Fields(Incident incident, Organisation org, DateTimeOffset now)
    {
        yield return new("Severity and priority", $"{incident.Rating()}");
        yield return new("Lead", $"{incident.Lead}");
        if (incident.Services.Count > 0)
            yield return new("Services", $"{incident.ServiceNames(org)}");
        if (incident.Times.StartedAt is { } started)
            yield return new("Started", Started(incident, started, now));
        yield return new("Acknowledged by", Acknowledged(incident));
        if (incident.Before is { } before)
            yield return new("Seen before", $"{IncidentWords.Times(before.Count)}, last as {before.Last} at {before.LastAt}");
        if (incident.Suppressions > 0)
            yield return new("Alerts held back", $"{IncidentWords.Times(incident.Suppressions)}");
        if (incident.NextUpdate(org) is { } next)
            yield return new("Next update", next < now ? (ChatText)$"{next}, overdue" : $"{next}");
        if (incident.Rooms.Count > 0)
            yield return new("Room", ChatText.Join(", ", incident.Rooms.Select(room => (ChatText)$"{room}")));
        if (incident.Tasks.Count(task => task.State != TaskState.Dropped) is > 0 and var tasks)
            yield return new("Tasks", $"{incident.Tasks.Count(task => task.State == TaskState.Done)} of {tasks} done");
        if (WorkstreamWords.Brief(incident, now) is { } streams)
            yield return new("Workstreams", streams);
        if (incident.Bridge is { } bridge)
            yield return new("Bridge", $"{new ChatText.Link("join the call", bridge)}");
    }

    static ChatText Started(Incident incident, DateTimeOffset started, DateTimeOffset now) => incident switch
    {
        { Times.ResolvedAt: { } resolved } => $"{started}, over after {(resolved - started).Words()}",
        { IsOver: true } => $"{started}",
        _ => $"{started}, {(now - started).Words()} so far",
    };

    static ChatText Acknowledged(Incident incident) => incident.Acknowledgement is { } held
        ? $"{held.By} at {held.Since} {Surfaces.Words(held.Surface)}"
        : (ChatText)$"nobody{(incident.IsOpen ? " yet" : "")}";

    static IEnumerable<ChatText> Lines(Incident incident, Organisation org)
    {
        if (incident.IsOpen && incident.Before?.HowToResolve is { Length: > 0 } howTo)
            yield return $"How it was resolved last time: {IncidentWords.Brief(howTo, LongestHowTo)}";
        if (incident.Parent is { } parent)
            yield return $"Part of {parent}";
        if (incident.SubIncidents.Count > 0)
            yield return $"Parts: {string.Join(", ", incident.SubIncidents)}";
        if (incident.Duplicates.Count > 0)
            yield return $"Merged into it: {string.Join(", ", incident.Duplicates)}";
        if (incident.MergedInto is { } into)
            yield return $"Goes on as {into}";
        if (incident.LastUpdate is { } update)
            yield return $"Last update by {update.By} at {update.At}: {IncidentWords.Brief(update.Text, LongestHowTo)}";
        if (incident.Resolution is { Fix.Length: > 0 } resolution && !incident.IsOpen)
            yield return $"What fixed it: {IncidentWords.Brief(resolution.Fix, LongestHowTo)}";
        yield return $"{incident.Link(org)}";
    }

    static IEnumerable<Button> Buttons(Incident incident)
    {
        var name = incident.Reference;
        if (incident.IsOpen && incident.Acknowledgement is null)
            yield return new("Acknowledge", $"ack {name}", ButtonStyle.Primary);
        if (incident.IsOpen)
        {
            yield return new("Resolve", $"resolve {name}", incident.Acknowledgement is null ? ButtonStyle.Plain : ButtonStyle.Primary);
            yield return new("Escalate", $"escalate {name}");
            yield return new("Post update", $"update {name}");
        }
        if (incident.IsOpen && incident.Lead is null)
            yield return new("Take the lead", $"lead {name}");
        if (incident.Status == IncidentStatus.Resolved)
        {
            yield return new("Close", $"close {name}", ButtonStyle.Primary);
            yield return new("Reopen", $"reopen {name}");
        }
        yield return new("More…", $"menu {name}");
    }
}
