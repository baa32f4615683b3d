using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What kind of failure it is.</summary>
public sealed class CategoryCommand : IChangeCommand
{
    public Usage Usage { get; } = new("category <category>", "Say what kind of failure it is", Topics.Rating);

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? org.Categories.Select(category => category.Key) : [];

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : new(
        $"Category of {incident.Reference}", $"category {incident.Reference}", "Set category",
        [Forms.Category(request.Org, incident.Category) with { Required = true }]);

    public Decision Decide(Incident incident, Request request) => request.Org.FindCategory(request.Said("category")) is { } category
        ? incident.Categorize(category, request.From)
        : Decision.Reject(
            $"“{request.Said("category")}” is no category. Choose one of {string.Join(", ", request.Org.Categories.Select(one => one.Key))}.",
            "category");
}
