using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Which of the organisation's types of incident it is; a category is understood too.</summary>
public sealed class TypeCommand : IChangeCommand
{
    public Usage Usage { get; } = new("type <type>", "Say which type of incident it is", Topics.Rating);

    public IEnumerable<string> Next(string text, Organisation org) =>
        text == "" ? org.Types.Select(type => type.Key).Concat(org.Categories.Select(category => category.Key)) : [];

    public Form? Ask(Incident incident, Request request) =>
        !request.IsBare ? null
        : request.Org.Types.Count == 0 ? new CategoryCommand().Ask(incident, request)
        : new(
            $"Type of {incident.Reference}", $"type {incident.Reference}", "Set type",
            [Forms.Type(request.Org, incident.Type) with { Required = true }]);

    public Decision Decide(Incident incident, Request request) =>
        request.Org.FindType(request.Said("type")) is { } type ? incident.ChangeType(type, request.From)
        : request.Org.FindCategory(request.Said("type")) is { } category ? incident.Categorize(category, request.From)
        : Decision.Reject(
            $"“{request.Said("type")}” is no type. Choose one of {string.Join(", ", Next("", request.Org))}.", "type");
}
