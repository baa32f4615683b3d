using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>It is fixed. One word is enough at night; the form asks for what helps next time.</summary>
public sealed class ResolveCommand : IChangeCommand
{
    public Usage Usage { get; } = new("resolve [what fixed it]", "Say that it is fixed, and what fixed it", Topics.Responding, "fixed") { Prose = true };

    public Right? Needs => Right.Resolve;

    public Form? Ask(Incident incident, Request request) => !request.IsBare || !incident.IsOpen ? null : new(
        $"Resolve {incident.Reference}", $"resolve {incident.Reference}", "Resolve",
        [
            new TextInput("fix", "What fixed it", Multiline: true) { Value = request.Text },
            new TextInput("howto", "How to resolve it next time", Multiline: true)
            {
                Value = incident.Resolution?.HowTo ?? "",
                Hint = "Shown first when the same thing comes back.",
            },
            Forms.Category(request.Org, incident.Category, "Cause category"),
            new TextInput("cause", "Root cause so far", Multiline: true) { Value = incident.Cause },
            new TextInput("followups", "Follow-ups", Multiline: true) { Hint = "What should be done so that it doesn't come back, each on a line of its own." },
        ])
    {
        Intro = ChatText.Join(" ", Intro(incident)) is { Parts.Count: > 0 } intro ? intro : null,
    };

    static IEnumerable<ChatText> Intro(Incident incident)
    {
        if (incident.Before?.HowToResolve is { Length: > 0 } howTo)
            yield return $"How it was resolved last time ({incident.Before.Last}): {IncidentWords.Brief(howTo, 1000)}";
        if (incident.OpenWorkstreams.ToArray() is { Length: > 0 } open)
            yield return $"Workstreams that are still open, and will not be asked for check-ins any more: {WorkstreamWords.Named(open)}.";
    }

    public Decision Decide(Incident incident, Request request) => incident.Resolve(
        request.IsForm
            ? new(
                request.Answer("fix"), request.Answer("howto"),
                request.Answer("category") is "" ? null : request.Answer("category"),
                request.Answer("cause"), request.Answer("followups"))
            : new(request.Text, "", null, "", ""),
        request.Org, request.From);
}
