namespace IncidentBot.Commands;

/// <summary>What somebody is to do after the incident, so that it doesn't come back.</summary>
public sealed class FollowupCommand() : TaskingCommand(followUp: true)
{
    public override Usage Usage { get; } = new(
        "followup [what is to be done] [@ada] [due friday] [p2]", "Add what is to be done so that it doesn't come back",
        Topics.Closing, "follow-up", "followups")
    {
        Prose = true,
    };
}
