using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Five whys to be worked on: the problem, and under each answer those that explain it.</summary>
static class WhyOutline
{
    public static CauseOutline Of(Incident incident, Organisation org) => new("five-whys", "Five whys", new("why-problem", "", "The problem", incident.WhyProblem)
    {
        Edit = !incident.CausesOpen ? null : CauseForm.Of("why-problem-edit", WhyForms.For(new("problem", null, ""), incident)) is { } form
            ? form with { Seen = incident.WhyProblem } : null,
        Add = Add(incident, Whys.Root, "why-problem"),
        Items = [.. incident.Whys.Under(Whys.Root).Select(answer => Item(incident, answer))],
    })
    {
        Picture = WhyCard.For(incident, org).Picture,
    };

    static CauseItem Item(Incident incident, WhyAnswer answer)
    {
        var (place, line) = ($"why-{answer.Number}", $"pir {incident.Reference} {WhyText.Why}");
        CauseItem[] below = [.. incident.Whys.Under(answer.Number).Select(one => Item(incident, one))];
        var item = new CauseItem(place, answer.Number, answer.IsRoot ? "Root cause" : "", answer.Text) { Items = below };
        return !incident.CausesOpen ? item : item with
        {
            Edit = CauseForm.Of($"{place}-edit", WhyForms.For(new("correct", answer.Number, ""), incident), "answer") is { } form
                ? form with { Seen = answer.Text } : null,
            Add = answer.Depth < Whys.Deepest ? Add(incident, answer.Number, place) : null,
            Acts =
            [
                answer.IsRoot ? new("Not a root cause", $"{line} unroot {answer.Number}") : new("Root cause", $"{line} root {answer.Number}"),
                new("Withdraw", $"{line} drop {answer.Number}", Confirm: below.Length == 0 ? null : "What hangs under it goes with it; the timeline keeps both."),
            ],
        };
    }

    static CauseForm? Add(Incident incident, string under, string place) => incident.CausesOpen
        ? CauseForm.Of($"{place}-add", WhyForms.For(new("add", under, ""), incident), "under", "root")
        : null;
}
