using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A fishbone to be worked on: every category, its causes, and what led to those.</summary>
static class FishboneOutline
{
    public static CauseOutline Of(Incident incident, Organisation org) => new("fishbone", "Fishbone", new("bone-problem", "", "The problem", incident.WhyProblem)
    {
        Edit = incident.CausesOpen && CauseForm.Of("bone-problem-edit", FishboneForms.For(new("problem", null, "", ""), incident, org)) is { } form
            ? form with { Seen = incident.WhyProblem } : null,
        Items = [.. incident.Fishbone.Categories(org.FishboneCategories).Select((bone, at) => Bone(incident, org, bone, $"bone-c{at + 1}"))],
    })
    {
        Picture = FishboneCard.For(incident, org).Picture,
    };

    static CauseItem Bone(Incident incident, Organisation org, string category, string place) => new(place, "", "Category", category)
    {
        // Under a category that is no longer asked about stays what stood there.
        Add = incident.CausesOpen && org.FishboneCategories.Contains(category, StringComparer.OrdinalIgnoreCase)
            ? CauseForm.Of($"{place}-add", FishboneForms.For(new("add", null, category, ""), incident, org), "under", "mark")
            : null,
        Items = [.. incident.Fishbone.In(category).Select(cause => Item(incident, org, cause))],
    };

    static CauseItem Item(Incident incident, Organisation org, FishboneCause cause)
    {
        var (place, line) = ($"bone-{cause.Number}", $"pir {incident.Reference} fishbone");
        CauseItem[] below = [.. incident.Fishbone.Under(cause.Number).Select(one => Item(incident, org, one))];
        var item = new CauseItem(place, cause.Number, Kind(cause.Mark), cause.Text) { Items = below };
        return !incident.CausesOpen ? item : item with
        {
            Edit = CauseForm.Of($"{place}-edit", FishboneForms.For(new("correct", cause.Number, "", ""), incident, org), "cause") is { } form
                ? form with { Seen = cause.Text } : null,
            Add = cause.Parent is not null ? null
                : CauseForm.Of($"{place}-add", FishboneForms.For(new("add", cause.Number, "", ""), incident, org), "under", "mark"),
            Acts =
            [
                .. cause.Mark == CauseMark.Root ? [] : new Button[] { new("Root cause", $"{line} root {cause.Number}") },
                .. cause.Mark == CauseMark.Contributing ? [] : new Button[] { new("Contributing", $"{line} contributing {cause.Number}") },
                .. cause.Mark == CauseMark.None ? [] : new Button[] { new("Neither", $"{line} unmark {cause.Number}") },
                new("Withdraw", $"{line} drop {cause.Number}", Confirm: below.Length == 0 ? null : "Its own causes go with it; the timeline keeps them."),
            ],
        };
    }

    static string Kind(CauseMark mark) => mark switch
    {
        CauseMark.Root => "Root cause",
        CauseMark.Contributing => "Contributing",
        _ => "",
    };
}
