using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Hides a note; it is kept, but no longer shown.</summary>
public sealed class HideCommand : IChangeCommand
{
    public Usage Usage { get; } = new("hide <note number>", "Hide a note; the timeline shows the numbers", Topics.Story);

    public Decision Decide(Incident incident, Request request) => request.IsBare && request.Call.Quoted is { } message
        ? incident.Drop(message, request.From)
        : incident.HideNote(Number(request.Text), request.From);

    /// <summary>"3", "#3" or "note 3"; 0 is no note.</summary>
    internal static int Number(string text) =>
        int.TryParse(text.Split(' ')[^1].TrimStart('#'), out var number) ? number : 0;
}
