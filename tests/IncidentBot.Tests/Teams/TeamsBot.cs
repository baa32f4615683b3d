using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Teams;

/// <summary>The whole bot in a fake tenant, with people there who type, press and submit, as Teams sends it.</summary>
sealed partial class TeamsBot : IAsyncDisposable
{
    public const string Address = "/api/messages";
    public const string Channel = "19:general@thread.tacv2";
    public const string Team = "19:team1@thread.tacv2";
    public const string Group = "bbbbbbbb-0000-4000-8000-000000000001";

    readonly Func<WebBot> begin;

    TeamsBot(FakeTeams teams, Func<WebBot> begin) => (Teams, this.begin, Web) = (teams, begin, begin());

    public FakeTeams Teams { get; }
    public WebBot Web { get; private set; }

    public static async Task<TeamsBot> Start(
        Action<IServiceCollection>? with = null, params (string, string)[] settings)
    {
        var teams = await FakeTeams.Start();
        return new(teams, () => new(with, [.. teams.Settings, .. settings]));
    }

    /// <summary>A bot that lives elsewhere as well.</summary>
    public static TeamsBot Beside(WebBot web, FakeTeams teams) => new(teams, () => web);

    /// <summary>The bot ends and begins anew, where its settings name a database that lasts.</summary>
    public async Task Restart()
    {
        await Web.DisposeAsync();
        Web = begin();
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await Teams.DisposeAsync();
    }

    /// <summary>Sends an activity as Teams would.</summary>
    /// <param name="authorization">Null: the right one; "": none.</param>
    public Task<HttpResponseMessage> Send(JsonNode activity, string? authorization = null) =>
        Send(activity.ToJsonString(), authorization);

    public Task<HttpResponseMessage> Send(string body, string? authorization = null) => Web.Send(
        HttpMethod.Post, Address, new StringContent(body, Encoding.UTF8, "application/json"),
        authorization == "" ? [] : [("Authorization", authorization ?? $"Bearer {Teams.Token()}")]);

    /// <summary>An activity of somebody in their own chat with the bot, or in a channel.</summary>
    public JsonObject Activity(string type, string who = "ada", string? channel = null, string? id = null) =>
        Teams.Activity(type, who, channel, id);

    public JsonObject Message(string text, string who = "ada", string? channel = null, string? id = null) =>
        Teams.Message(text, who, channel, id);

    /// <summary>The same to the bot, which is named first.</summary>
    public JsonObject Mention(string text, string who = "ada", string channel = Channel, string? id = null) =>
        Teams.Mention(text, who, channel, id);

    public JsonObject Invoke(
        string name, JsonObject value, string who = "ada", string? channel = null, string? id = null) =>
        Teams.Invoke(name, value, who, channel, id);
}
