using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Declares from a menu: that of where people write, or that of a message, which is then the first evidence.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module</remarks>
public sealed class Choosing(Submitting submitting, Quoting quoting) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival switch
    {
        // Any other than those below is one of an older manifest.
        Chosen { Command: not Keeping.AddToTimeline } chosen => Open(chosen),
        Completed completed => Send(completed),
        _ => null,
    };

    async Task<Response> Open(Chosen chosen) =>
        await submitting.Open(chosen.About, "declare", chosen.On is { } message ? await quoting.Of(chosen.About, message) : null);

    async Task<Response> Send(Completed completed) =>
        await submitting.Send(completed.About, completed.Data, completed.On is { } message ? await quoting.Of(completed.About, message) : null);
}
