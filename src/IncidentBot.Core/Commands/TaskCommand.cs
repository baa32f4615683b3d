namespace IncidentBot.Commands;

/// <summary>What somebody is to do while the incident is open.</summary>
public sealed class TaskCommand() : TaskingCommand(followUp: false)
{
    public override Usage Usage { get; } = new(
        "task [what is to be done] [@ada] [due friday] [p2]", "Add a task, or say that one is done: task done 2",
        Topics.Responding, "action", "todo")
    {
        Prose = true,
    };
}
