using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>Answers a menu with more in it than a card can hold, while somebody types.</summary>
/// <remarks>
/// The invoke <c>application/search</c>; people are found by Teams itself.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search
/// </remarks>
public static class TeamsSuggestions
{
    /// <summary>Teams shows no more.</summary>
    const int Most = 15;

    const string Several = "several.";

    /// <summary>What a menu is called when it asks.</summary>
    internal static string Dataset(ChoiceInput choice) => choice.Several ? $"{Several}{choice.Name}" : choice.Name;

    /// <param name="dataset">As the card has it.</param>
    /// <param name="typed">Part of what is looked for; "" before anything was typed.</param>
    /// <returns>The body of the answer; nothing is found in a menu we don't have.</returns>
    public static JsonObject Answer(string dataset, string typed, Organisation org)
    {
        var several = dataset.StartsWith(Several, StringComparison.Ordinal);
        var options = OptionsOf(several ? dataset[Several.Length..] : dataset, org)
            .Where(option => option.Label.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(option => option.Label.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(Most);
        return new()
        {
            ["statusCode"] = 200,
            ["type"] = "application/vnd.microsoft.search.searchResponse",
            ["value"] = new JsonObject
            {
                ["results"] = new JsonArray([.. options.Select(option => new JsonObject
                {
                    ["title"] = Plain.Inert(Fit.Line(option.Label, TeamsInputs.LongestOption)),
                    ["value"] = several ? TeamsAnswers.Among(option.Value) : option.Value,
                })]),
            },
        };
    }

    static IEnumerable<Option> OptionsOf(string name, Organisation org) => name switch
    {
        "service" or "services" => org.Services.Select(service => new Option(service.Key, service.Name)),
        "category" => org.Categories.Select(category => new Option(category.Key, category.Name)),
        "type" => org.Types.Select(type => new Option(type.Key, type.Name)),
        _ => org.Fields.Where(field => Forms.NameOf(field) == name).SelectMany(field => field.Options)
            .Select(option => new Option(option, option)),
    };
}
