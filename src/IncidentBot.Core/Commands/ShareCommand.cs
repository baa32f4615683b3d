using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Makes a note readable outside of the response, or internal again.</summary>
public sealed class ShareCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "share <note number>", "Let readers outside the response see a note; unshare takes it back", Topics.Story, "unshare");

    public Decision Decide(Incident incident, Request request) =>
        incident.ShareNote(HideCommand.Number(request.Text), shared: request.Verb != "unshare", request.From);
}
