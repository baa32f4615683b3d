using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Slack.Drawing;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Offers what fits the letters typed so far, and nothing that whoever types may not see.</summary>
/// <remarks>https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload</remarks>
public sealed class Suggesting(
    Colleagues colleagues, IPeople people, Sidebar sidebar, ICurrentOrganisation organisation, Bridge bridge) : ITake
{
    const int Most = 100;
    const int LongestLabel = 75;
    const int LongestValue = 150;

    public Task<Response>? Take(Arrival arrival) => arrival is Searching searching ? Take(searching) : null;

    async Task<Response> Take(Searching searching)
    {
        var found = Task.Run(() => Find(searching));
        var options = await Soon(found);
        return new Response.Taken(new JsonObject
        {
            ["options"] = new JsonArray([.. options.Where(one => one.Value.Length is > 0 and <= LongestValue).Take(Most).Select(Draw)]),
        });
    }

    /// <summary>Nothing to choose from is better than a menu that turns and turns.</summary>
    async Task<IEnumerable<Option>> Soon(Task<IEnumerable<Option>> found)
    {
        try
        {
            if (await bridge.IsSoon(found))
                return await found;
        }
        catch (NotNowException)
        {
            return [];
        }
        bridge.Follow(found);
        return [];
    }

    async Task<IEnumerable<Option>> Find(Searching searching)
    {
        var who = await colleagues.Of(searching.By, default);
        if (!who.IsWelcome)
            return [];
        var (org, typed) = (organisation.Now, Clean.Text(searching.Typed));
        return searching.Action.Split('.', 2)[^1] switch
        {
            "person" => (await people.Complete(typed.TrimStart('@'), Most, default)).Select(one => new Option(one.Id, one.Name)),
            "service" => Fitting(org.Services.Select(one => new Option(one.Key, one.Name)), typed),
            "category" => Fitting(org.Categories.Select(one => new Option(one.Key, one.Name)), typed),
            "type" => Fitting(org.Types.Select(one => new Option(one.Key, one.Name)), typed),
            Which.Name => Fitting(
                (await sidebar.Open(who.Person, default)).Values.Select(one => new Option(one.Reference, $"{one.Reference} {one.Title}")), typed),
            var field => Fitting(
                org.Fields.Where(one => field == $"field.{one.Key}").SelectMany(one => one.Options).Select(one => new Option(one, one)), typed),
        };
    }

    /// <summary>What begins so goes first.</summary>
    static IEnumerable<Option> Fitting(IEnumerable<Option> all, string typed) => all
        .Where(one => $"{one.Label} {one.Value}".Contains(typed, StringComparison.OrdinalIgnoreCase))
        .OrderBy(one => !one.Label.StartsWith(typed, StringComparison.OrdinalIgnoreCase));

    static JsonObject Draw(Option option) => new() { ["text"] = Plain.Text(option.Label, LongestLabel), ["value"] = option.Value };
}
