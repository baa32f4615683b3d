using System.Text.Json.Nodes;

namespace IncidentBot.Slack;

/// <summary>People, and what is opened in front of them.</summary>
partial class FakeSlack
{
    readonly Dictionary<string, FakeUser> users = new() { [Bot] = new(Bot, "incidentbot") { Bot = true } };
    readonly List<FakeView> views = [];
    readonly HashSet<string> triggers = [];

    IEnumerable<FakeUser> Users => users.Values;

    /// <summary>Every modal that was opened or pushed and every home tab, each with what it shows now.</summary>
    public IReadOnlyList<FakeView> Views
    {
        get
        {
            lock (gate)
                return [.. views];
        }
    }

    public FakeUser AddUser(string id, string name)
    {
        lock (gate)
            return users[id] = new(id, name);
    }

    /// <summary>What comes with a command or a click: opens one view, once.</summary>
    public string NewTrigger()
    {
        lock (gate)
        {
            var trigger = $"1.2.{Next("t")}";
            triggers.Add(trigger);
            return trigger;
        }
    }

    /// <summary>Its three seconds are over.</summary>
    public void Expire(string trigger)
    {
        lock (gate)
            triggers.Remove(trigger);
    }

    FakeUser UserCalled(string id, string otherwise) => users.GetValueOrDefault(id) ?? throw new FakeRefusal(otherwise);

    JsonObject OpenView(FakeCall call)
    {
        var trigger = call["trigger_id"];
        if (views.Any(one => one.Trigger == trigger))
            throw new FakeRefusal("exchanged_trigger_id");
        if (!triggers.Contains(trigger))
            throw new FakeRefusal("expired_trigger_id");
        var view = new FakeView(Next("V"), ViewOf(call)) { Trigger = trigger };
        views.Add(view);
        return new() { ["view"] = Show(view) };
    }

    JsonObject UpdateView(FakeCall call)
    {
        var view = views.FirstOrDefault(one => one.Id == call["view_id"]) ?? throw new FakeRefusal("not_found");
        if (call["hash"] != "" && call["hash"] != HashOf(view))
            throw new FakeRefusal("hash_conflict");
        view.Content = ViewOf(call);
        return new() { ["view"] = Show(view) };
    }

    JsonObject PublishView(FakeCall call)
    {
        var user = UserCalled(call["user_id"], "user_not_found");
        var view = views.FirstOrDefault(one => one.User == user.Id);
        if (view is null)
            views.Add(view = new(Next("V"), ViewOf(call)) { User = user.Id });
        view.Content = ViewOf(call);
        return new() { ["view"] = Show(view) };
    }

    static JsonObject ViewOf(FakeCall call)
    {
        var view = (call.Arguments["view"] is JsonValue text ? JsonNode.Parse((string)text!) : call.Arguments["view"]?.DeepClone())
            ?.AsObject() ?? throw new FakeRefusal("invalid_arguments");
        return BlockKitRules.FlawsOfView(view).Any() ? throw new FakeRefusal("invalid_arguments") : view;
    }

    internal static string HashOf(FakeView view) => $"{view.Content.ToJsonString().GetHashCode(StringComparison.Ordinal)}";

    static JsonObject Show(FakeView view)
    {
        var shown = view.Content.DeepClone().AsObject();
        shown["id"] = view.Id;
        shown["hash"] = HashOf(view);
        return shown;
    }

    static JsonObject Show(FakeUser user) => new()
    {
        ["id"] = user.Id,
        ["team_id"] = user.Stranger ? "T0OTHER" : "T0FAKE",
        ["name"] = user.Name.ToLowerInvariant(),
        ["real_name"] = user.Name,
        ["deleted"] = user.Deleted,
        ["is_bot"] = user.Bot,
        ["is_restricted"] = user.Guest,
        ["is_ultra_restricted"] = false,
        ["is_stranger"] = user.Stranger,
        ["tz"] = user.Zone,
        ["profile"] = new JsonObject { ["display_name"] = user.Name, ["real_name"] = user.Name, ["email"] = user.Email, ["api_app_id"] = user.Bot ? App : null },
    };
}
