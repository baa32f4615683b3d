using System.Text.Json;
using IncidentBot.Slack.Calls;
using IncidentBot.Slack.Setup;
using IncidentBot.Slack.Wire;
using IncidentBot.Support;
using YamlDotNet.RepresentationModel;

namespace IncidentBot.Slack;

/// <summary>The manifests ask for exactly what the bot uses: less would break it, more is nobody's business.</summary>
public class AskingForScopes
{
    public static TheoryData<string> Manifests => ["manifest.yaml", "manifest-http.yaml"];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Is_what_is_used(string manifest) => Assert.Equal(
        Scope.All.Select(scope => scope.Name), Texts(Manifest(manifest), "oauth_config", "scopes", "bot"));

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Subscribes_to_what_is_handled(string manifest) => Assert.Equal(
        Scope.All.SelectMany(scope => scope.Events).Concat(Scope.FreeEvents).Order(StringComparer.Ordinal),
        Texts(Manifest(manifest), "settings", "event_subscriptions", "bot_events"));

    [Fact]
    public void Has_a_scope_for_every_method_and_no_scope_for_nothing()
    {
        var needing = Method.All.Keys.Where(name => Reference.Scopes(name).Length > 0 && name != "apps.connections.open");
        Assert.Equal(needing.Order(), Scope.All.SelectMany(scope => scope.Methods).Distinct().Order());
        Assert.Empty(
            from scope in Scope.All
            from method in scope.Methods
            where !Reference.Scopes(method).Contains(scope.Name)
            select $"{method} doesn't need {scope.Name}");
        Assert.DoesNotContain(Scope.All, scope => scope.Methods.Count + scope.Events.Count == 0 && scope.Name != "commands");
    }

    [Fact]
    public void Handles_every_event_it_asks_for() => Assert.Empty(
        from name in Scope.All.SelectMany(scope => scope.Events).Concat(Scope.FreeEvents)
        let read = EventReading.Of(JsonSerializer.SerializeToElement(new
        {
            type = name.Split('.')[0],
            item = new { type = "message" },
        }))
        where read is Event.Other
        select name);

    [Fact]
    public void Documents_every_scope()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/slack.md"));
        Assert.All(Scope.All, scope => Assert.Contains($"| `{scope.Name}` | {scope.Why} |", page, StringComparison.Ordinal));
    }

    static YamlNode Manifest(string name)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.PathOf($"manifests/slack/{name}"));
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    static IEnumerable<string> Texts(YamlNode node, params string[] path) =>
        ((YamlSequenceNode)path.Aggregate(node, (inner, name) => inner[name])).Select(one => $"{one}");
}
