using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>A fishbone: the causes under their categories, each with its number.</summary>
public static class FishboneCard
{
    const int MostLines = 18;

    public static Card For(Incident incident, Organisation org)
    {
        var name = incident.Reference;
        var lines = Lines(incident.Fishbone, org).ToArray();
        var empty = incident.Fishbone.Categories(org.FishboneCategories).Where(bone => incident.Fishbone.In(bone).Count == 0).ToArray();
        var card = CauseCard.Of(
            incident, org, $"What led to this? {incident.WhyProblem}", lines, MostLines, "more lines", "the causes stay as they are");
        card = card with
        {
            Lines = [.. card.Lines, .. empty.Length == 0 ? [] : new ChatText[] { $"Nothing yet: {string.Join(", ", empty)}" }],
            Picture = lines.Length == 0
                ? null
                : incident.Drawing("fishbone", $"Fishbone of {name}, {incident.Fishbone.Shown.Count} causes; they stand in words above.", lines),
        };
        return !incident.CausesOpen ? card : card with
        {
            Buttons = [.. Buttons(incident)],
            Hint = $"{new ChatText.Code($"pir {name} fishbone {org.FishboneCategories[0].ToLowerInvariant()}: nobody was on call")} names a cause; with {new ChatText.Code("under 1")} at the end, what led to 1.",
        };
    }

    /// <summary>The same right after something was done to it.</summary>
    public static Card After(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) =>
        For(incident, org).After(facts);

    static IEnumerable<ChatText> Lines(Fishbone fishbone, Organisation org)
    {
        foreach (var bone in fishbone.Categories(org.FishboneCategories))
            foreach (var (cause, at) in fishbone.In(bone).Select((cause, at) => (cause, at)))
            {
                if (at == 0)
                    yield return $"{bone}:";
                yield return LineOf(cause, 1);
                foreach (var below in fishbone.Under(cause.Number))
                    yield return LineOf(below, 2);
            }
    }

    static ChatText LineOf(FishboneCause cause, int depth) =>
        $"{CauseCard.In(depth)}{cause.Number} {Words(cause.Mark)}{cause.Text}";

    static string Words(CauseMark mark) => mark switch
    {
        CauseMark.Root => "Root cause: ",
        CauseMark.Contributing => "Contributing: ",
        _ => "",
    };

    static IEnumerable<Button> Buttons(Incident incident)
    {
        var name = incident.Reference;
        return
        [
            new("Name a cause", $"pir {name} fishbone add", ButtonStyle.Primary),
            .. incident.Fishbone.Shown.Count == 0 ? [] : new Button[]
            {
                new("Call a cause root or contributing", $"pir {name} fishbone mark"),
                new("Correct a cause", $"pir {name} fishbone correct"),
                new("Withdraw a cause", $"pir {name} fishbone drop"),
            },
            new("Word the problem", $"pir {name} fishbone problem"),
            new("Five whys", $"pir {name} why"),
            new("Fault tree", $"pir {name} fault-tree"),
        ];
    }
}
