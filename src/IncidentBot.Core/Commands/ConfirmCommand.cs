using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Goes through the recovery checklist.</summary>
public sealed class ConfirmCommand : IChangeCommand
{
    const string Point = "point";

    public Usage Usage { get; } = new("confirm [INC]", "Confirm the fix by the recovery checklist", Topics.Closing);

    public Form? Ask(Incident incident, Request request) =>
        request.IsForm || incident.Status != IncidentStatus.Resolved || incident.Fixed is not null ? null : new(
            $"Is {incident.Reference} really fixed?", $"confirm {incident.Reference}", "Confirm",
            [.. request.Org.RecoveryChecklist.Select((point, at) => new TickInput($"{Point}{at}", point) { Required = true })])
        {
            Intro = $"Tick what is true. If one isn't, {new ChatText.Code($"reopen {incident.Reference}")}.",
        };

    public Decision Decide(Incident incident, Request request) => incident.ConfirmFix(
        [.. request.Org.RecoveryChecklist.Where((_, at) => request.Answer($"{Point}{at}") != "")], request.Org, request.From);
}
