using System.Text.Json;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>What Slack's documentation says of the methods the bot calls; see Reference/README.md.</summary>
static class Reference
{
    static readonly Dictionary<string, JsonElement> All = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
        File.ReadAllText(Repository.PathOf("tests/IncidentBot.Tests/Slack/Reference/methods.json")))!;

    public static IEnumerable<string> Methods => All.Keys.Where(name => name != "*");

    public static int? PerMinute(string method) => All[method].GetProperty("perMinute").Deserialize<int?>();

    /// <summary>Any of which lets a bot call it; none: no scope is needed.</summary>
    public static string[] Scopes(string method) => All[method].GetProperty("scopes").Deserialize<string[]>()!;

    /// <summary>Codes of the method, and those of every method.</summary>
    public static IEnumerable<string> Errors(string method) => Own(method).Concat(Own("*"));

    static string[] Own(string method) => All[method].GetProperty("errors").Deserialize<string[]>()!;
}
