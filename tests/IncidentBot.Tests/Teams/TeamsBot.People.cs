using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Teams;

/// <summary>What people do, and what they see then.</summary>
sealed partial class TeamsBot
{
    /// <summary>It arrives and is done, whatever comes of it.</summary>
    public async Task Takes(JsonNode activity)
    {
        using var answer = await Send(activity);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {Web.Log.Errors}");
    }

    /// <summary>An invoke is answered with this; "" with nothing.</summary>
    public async Task<string> Answered(JsonNode invoke)
    {
        using var answer = await Send(invoke);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {Web.Log.Errors}");
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<JsonNode> Invokes(string name, JsonObject value, string who = "ada", string? channel = null) =>
        JsonNode.Parse(await Answered(Invoke(name, value, who, channel)))!;

    /// <summary>A button of a card.</summary>
    public Task<JsonNode> Presses(string line, string who = "ada", string? channel = null) => Invokes(
        "adaptiveCard/action",
        new()
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "do",
                ["data"] = new JsonObject { ["line"] = line },
            },
        },
        who, channel);

    /// <summary>A field of an incident, as the API shows it; of a person the name.</summary>
    public async Task<string?> Incident(string field, string reference = "INC-1") =>
        (await Web.Read($"/api/v1/incidents/{reference}"))[field] switch
        {
            JsonObject person => (string?)person["name"],
            var value => (string?)value,
        };

    /// <summary>The button of a form, with what was filled into the form's questions.</summary>
    public static JsonObject Filled(JsonNode card, params (string Name, string Value)[] answers) =>
        FakeTeams.Filled(card, answers);
}
