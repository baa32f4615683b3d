using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A private practice incident whose card says what to press next.</summary>
public sealed class TutorialCommand : IStartCommand
{
    public Usage Usage { get; } = new(
        "tutorial", "Live through a whole incident in five minutes; only you see it", Topics.Bot, "practice");

    public Started Read(Request request) => new Started.Declares(new("Practice: the coffee shop can't take payments")
    {
        Drill = true,
        Practice = true,
        Private = true,
        Summary = "Nothing is broken. This incident exists so that you can try everything once.",
    });
}
