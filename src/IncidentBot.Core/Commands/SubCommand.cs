using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Declares a part of an incident as an incident of its own.</summary>
public sealed class SubCommand : IStartCommand
{
    public Usage Usage { get; } = new("sub [INC] <title>", "Give a part of an incident an incident of its own", Topics.Declaring)
    {
        Prose = true,
    };

    public bool Within => true;

    public Started Read(Request request) => Declaring.Read(
        request, $"sub {request.Other?.Reference}", "Declare part",
        said => said with { Parent = request.Other?.Reference.ToString(), Private = said.Private || request.Other?.Private == true });
}
