using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>What people said in the rooms of an incident as Markdown, so that it outlives the rooms.</summary>
public static class MarkdownLog
{
    /// <param name="said">In the order it was said.</param>
    /// <param name="address">Of the incident on the web.</param>
    public static IEnumerable<string> Draw(Incident incident, IReadOnlyList<Talk> said, Uri address)
    {
        yield return $"# {Markdown.Escaped($"{incident.Reference}: {incident.Title}")}\n\nWhat was said in its rooms · [on the web](<{address.AbsoluteUri}>)\n";
        if (said.Count == 0)
            yield return "\nNobody said anything.\n";
        foreach (var room in said.GroupBy(one => one.In).OrderBy(room => room.First().At))
        {
            yield return $"\n## {Markdown.Escaped(room.Key.Name == "" ? room.Key.Id : room.Key.Name)} ({room.Key.Platform})\n\n";
            foreach (var one in room)
                yield return $"- {Markdown.Moment(one.At)} **{Markdown.Escaped(one.By.Name)}**: {Markdown.Escaped(one.Words)}\n";
        }
    }
}
