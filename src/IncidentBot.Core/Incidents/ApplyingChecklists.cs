using IncidentBot.Catalog;

namespace IncidentBot.Incidents;

/// <summary>
/// Which checklists begin to apply by a decision: at the declaration, when it becomes of another kind, when somebody takes
/// a role. What is attached once is never attached again and never taken away.
/// </summary>
public static class ApplyingChecklists
{
    /// <returns>The decision, and with it every checklist that applies now and is not there yet.</returns>
    public static Decision WithChecklists(this Decision decision, Incident before, Organisation org)
    {
        if (decision is not Decision.Accepted { Facts: var facts } || facts.LastOrDefault(Matters) is not { } last)
            return decision;
        var after = before.Apply(facts);
        if (!after.IsOpen || after.Practice || after.Backfilled)
            return decision;
        var from = Origin.Timer(last.From.At);
        return Decision.Accept(
        [
            .. facts,
            .. Missing(after, org).Take(AttachedChecklist.Most - after.Checklists.Count).Select((one, at) => new ChecklistAttached(
                after.Checklists.Count + 1 + at, one.List.Key, one.List.Name, one.Role, one.List.Steps, from)),
        ]);
    }

    /// <summary>Nothing else makes an incident one of another kind; what is learned late calls nobody to work.</summary>
    static bool Matters(IncidentEvent fact) => !fact.From.Late && fact is Declared or TriageEnded or Reopened or SeverityChanged
        or Assessed or CategoryChanged or TypeChanged or ServiceAdded or RoleAssigned or HandOffAccepted;

    static IEnumerable<(Checklist List, Role? Role)> Missing(Incident incident, Organisation org) => org.Checklists
        .Concat(incident.Services.Select(org.FindService).Select(service => service?.RunbookList).OfType<Checklist>())
        .Where(list => list.Fits(incident.Type, incident.Severity, incident.Category, incident.Services))
        .SelectMany(list => Takers(list, incident).Select(role => (list, role)))
        .Where(one => !incident.Checklists.Any(there => there.Key == one.list.Key && (there.Role == one.role || there.Role is null)));

    /// <summary>Everybody, or each of its roles that somebody has.</summary>
    static IEnumerable<Role?> Takers(Checklist list, Incident incident) => list.Roles.Count == 0
        ? [null]
        : list.Roles.Where(role => incident.HolderOf(role) is not null).Select(role => (Role?)role);
}
