using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Writes something on the timeline, also of what happened earlier.</summary>
public sealed class NoteCommand : IChangeCommand
{
    public Usage Usage { get; } = new("note [text] [at 14:05]", "Write something on the timeline", Topics.Story) { Prose = true };

    public Form? Ask(Incident incident, Request request) => !request.IsBare || request.Call.Quoted is not null ? null : new(
        $"Note on {incident.Reference}", $"note {incident.Reference}", "Add note",
        [
            new TextInput("note", "What happened", Multiline: true) { Required = true },
            new MomentInput("at", "When") { Hint = "Empty: just now." },
            new TickInput("shared", "Readers outside the response may see it"),
        ]);

    public Decision Decide(Incident incident, Request request)
    {
        if (request.IsBare && request.Call.Quoted is { } message)
            return incident.Keep(message, request.From);
        if (request.IsForm)
            return incident.Note(
                request.Answer("note"), Moments.Past(request.Answer("at"), request.Call), request.Answer("shared") != "", request.From);
        var (text, at) = Moments.TakeAt(request.Text, request.Call);
        return incident.Note(text, at, shared: false, request.From);
    }
}
