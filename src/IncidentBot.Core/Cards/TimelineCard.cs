using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>A page of what happened, in the order it happened; notes with the number they are hidden and shared by.</summary>
public static class TimelineCard
{
    public const int PageSize = 15;
    const int LongestLine = 300;

    /// <param name="page">From 1; the last page when there are fewer.</param>
    public static Card For(Incident incident, IReadOnlyList<Recorded> history, int page, Organisation org)
    {
        var entries = history.Where(one => !incident.Hides(one.Fact))
            .OrderBy(one => one.Fact.At).ThenBy(one => one.Version).ToArray();
        var pages = Math.Max(1, (entries.Length + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var name = incident.Reference;
        return new($"What happened")
        {
            Header = incident.Heading(),
            Accent = incident.Colour(),
            Lines = [.. entries.Skip((page - 1) * PageSize).Take(PageSize).Select(one => LineOf(one.Fact, incident)), $"{new ChatText.Link("The whole timeline, to filter, print or take along", org.TimelineOf($"{name}"))}"],
            Buttons =
            [
                .. page > 1 ? new Button[] { new("Earlier", $"timeline {name} {page - 1}") } : [],
                .. page < pages ? new Button[] { new("Later", $"timeline {name} {page + 1}") } : [],
                new("Add a note", $"note {name}"),
            ],
            Hint = $"Page {page} of {pages}. {new ChatText.Code($"hide {name} 1")} hides note 1, {new ChatText.Code($"correct {name} 1")} corrects it, {new ChatText.Code($"share {name} 1")} shows it to everybody.",
        };
    }

    /// <remarks>Words for others say where they were written.</remarks>
    public static ChatText LineOf(IncidentEvent fact, Incident incident) => fact switch
    {
        Noted note => $"{fact.At} note {note.Note}{Public(note, incident)}: {Cut(incident.Tell(fact))} ({Surfaces.Words(fact.From.Surface)})",
        UpdatePosted => $"{fact.At} {Cut(incident.Tell(fact))} ({Surfaces.Words(fact.From.Surface)})",
        _ => $"{fact.At} {Cut(incident.Tell(fact))}",
    };

    static string Public(Noted note, Incident incident) => incident.SharedNotes.Contains(note.Note) ? " (public)" : "";

    /// <summary>What one line shows of a long text; the whole stands on the web.</summary>
    internal static ChatText Cut(ChatText text)
    {
        var parts = new List<ChatText.Part>();
        var left = LongestLine;
        foreach (var part in text.Parts)
        {
            var shown = part is ChatText.Words words ? new ChatText.Words(IncidentWords.Brief(words.Text, Math.Max(2, left))) : part;
            parts.Add(shown);
            left -= shown is ChatText.Words kept ? kept.Text.Length : 20;
            if (left <= 0)
                break;
        }
        return new(parts);
    }
}
