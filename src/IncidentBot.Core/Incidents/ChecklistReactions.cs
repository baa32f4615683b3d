using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>When the card of the checklists is looked at again: where the incident is, edited in place, without a word.</summary>
static class ChecklistReactions
{
    public static IEnumerable<Errand> To(IReadOnlyList<IncidentEvent> facts, Incident before, Incident after) =>
        after.Checklists.Count == 0 || !(Differs(before, after) || facts.Any(fact => fact is RoomOpened))
            ? []
            : after.Places().Union(after.Private ? before.Places() : []).Select(room => new Errand.ShowChecklists(room));

    /// <summary>Whether anything that stands on it does.</summary>
    static bool Differs(Incident before, Incident after) =>
        !ReferenceEquals(before.Checklists, after.Checklists)
        || before.Status != after.Status || before.Severity != after.Severity || before.Private != after.Private
        || !before.Assignments.SequenceEqual(after.Assignments);
}
