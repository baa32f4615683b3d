using IncidentBot.Catalog;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A practice incident for a team: marked everywhere, counted nowhere.</summary>
public sealed class DrillCommand : IStartCommand
{
    public Usage Usage { get; } = new(
        "drill [sevN] [title]", "Practice with your team; it is marked as a drill everywhere", Topics.Declaring, "test")
    { Prose = true };

    public IEnumerable<string> Next(string text, Organisation org) => Declaring.Next(text, org);

    public Started Read(Request request) => Declaring.Read(request, "drill", "Start drill", said => said with { Drill = true });
}
