using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>Takes a newcomer through a practice incident, one press at a time; where they are is what the incident is.</summary>
public static class Practice
{
    public static ChatText Hint(Incident incident, Organisation org) => incident switch
    {
        { IsOpen: true, Acknowledgement: null } =>
            $"Practice, step 1 of 8. Press Acknowledge: it says that you are on it, and nobody else is called.",
        { IsOpen: true, Lead: null } =>
            $"Practice, step 2 of 8. Press Take the lead: an incident needs one person who decides.",
        { IsOpen: true, Severity: null } =>
            $"Practice, step 3 of 8. Say how bad it is: type {Code("severity", incident)}, or press More… and Severity.",
        { IsOpen: true, LastUpdate: null } =>
            $"Practice, step 4 of 8. Press Post update: tell those who wait what you know and when they hear more.",
        { IsOpen: true } =>
            $"Practice, step 5 of 8. Press Resolve and say what fixed it.",
        { Status: IncidentStatus.Resolved, Resolution.HowTo: "" } =>
            $"Practice, step 6 of 8. Press Close: it says what is missing. Write how to resolve it next time.",
        { Status: IncidentStatus.Resolved, Fixed: null } =>
            $"Practice, step 7 of 8. Confirm the fix: press Close, then Confirm the fix.",
        { Status: IncidentStatus.Resolved } when incident.ClosureGate(org).FirstOrDefault(item => !item.Done) is { } item =>
            $"Practice, step 8 of 8. One thing is missing: {item.Lack}. Type {new ChatText.Code(item.Command)}.",
        { Status: IncidentStatus.Resolved } =>
            $"Practice, step 8 of 8. Press Close.",
        { Status: IncidentStatus.Closed } =>
            $"That was a whole incident. {Code("timeline", incident)} shows how it will read afterwards; {new ChatText.Code("help")} shows the rest.",
        _ => $"The practice is over. {new ChatText.Code("tutorial")} starts a new one.",
    };

    static ChatText.Code Code(string verb, Incident incident) => new($"{verb} {incident.Reference}");
}
