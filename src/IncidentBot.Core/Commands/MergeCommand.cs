using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Two incidents are one: this one ends, the other goes on.</summary>
public sealed class MergeCommand : IChangeCommand
{
    public Usage Usage { get; } = new("merge [INC] [into] <INC>", "Say that it is the same as another incident, which goes on", Topics.Closing);

    public Right? Needs => Right.Resolve;

    public bool NamesAnother => true;

    public Form? Ask(Incident incident, Request request) => request.Other is not null || request.IsForm ? null : Forms.OneText(
        $"Merge {incident.Reference}", $"merge {incident.Reference} into", "Merge", Request.Into, "Which incident goes on?",
        hint: $"Its reference, such as {request.Org.Prefix}-12.", multiline: false, longest: 30);

    public Decision Decide(Incident incident, Request request) => request.Other is { } other
        ? incident.MergeInto(other, request.From)
        : Decision.Reject($"“{request.Said("into")}” is no incident. Write its reference, such as {request.Org.Prefix}-12.", "into");
}
