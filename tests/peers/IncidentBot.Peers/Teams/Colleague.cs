using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Teams;

namespace IncidentBot.Peers.Teams;

/// <summary>Somebody in a tenant who types, presses and fills in what the bot shows them.</summary>
/// <param name="bot">Who gets what they do; another one each time, maybe.</param>
/// <param name="name">As the tenant knows them.</param>
sealed partial class Colleague(FakeTeams teams, Func<HttpClient> bot, string name)
{
    const string Execute = "Action.Execute";

    readonly ConcurrentQueue<string> told = [];

    FakePerson Me => teams.Person(name);

    /// <summary>Names the bot in a channel, and says this; in it "@kofi" mentions Kofi.</summary>
    public async Task Type(string text, string channel)
    {
        var message = teams.Mention(Who().Replace(text, who => Written(Meant(who))), name, channel);
        foreach (var who in Who().Matches(text).Select(Meant))
            message["entities"]!.AsArray().Add(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = Written(who),
                ["mentioned"] = new JsonObject { ["id"] = who.Id, ["name"] = who.Name },
            });
        await Send(message);
    }

    /// <summary>Says something to the others, and not to the bot.</summary>
    public Task Say(string text, string channel) => Send(teams.Message(text, name, channel));

    /// <summary>Presses a button that does something.</summary>
    public async Task Press(string label, FakePost card)
    {
        var button = Button(card, label, one => (string?)one["type"] == Execute);
        Hear(await Execution(button, card));
    }

    /// <summary>Presses a button that asks for more.</summary>
    /// <returns>The form in the dialog that opens.</returns>
    public async Task<JsonNode> Open(string label, FakePost card)
    {
        var button = Button(card, label, one => (string?)one["data"]?["msteams"]?["type"] == "task/fetch");
        return FormIn(await Invoke("task/fetch", new() { ["data"] = button["data"]!.DeepClone() }, card));
    }

    /// <summary>Fills in a dialog and sends it; what they leave alone stays as it is.</summary>
    /// <param name="card">What it was opened from.</param>
    public async Task Submit(JsonNode form, FakePost card, params (string Question, string Answer)[] answers)
    {
        var said = await Invoke("task/submit", new() { ["data"] = Filled(form, answers)["data"]!.DeepClone() }, card);
        // On a busy machine it may take longer than Teams waits; then it says so, and what comes of it follows.
        Assert.True(said is null || $"{said}".Contains("takes longer", StringComparison.Ordinal), $"{said}");
    }

    /// <summary>The same with a form that stands in the conversation.</summary>
    public async Task Submit(FakePost form, params (string Question, string Answer)[] answers) =>
        Hear(await Execution(Filled(form.Activity, answers), form));

    /// <summary>The newest message that the bot sent to them alone, with these words and this button.</summary>
    public FakePost? Shown(string words, string button) => Mine.LastOrDefault(post =>
        post.Says(words) && FakeTeams.Buttons(post.Activity).Any(one => (string?)one["title"] == button));

    /// <summary>Whether the bot told them, and nobody else, something with these words in it.</summary>
    public bool WasTold(string words) =>
        told.Any(one => one.Contains(words, StringComparison.Ordinal)) || Mine.Any(post => post.Says(words));

    IEnumerable<FakePost> Mine => teams.Posts.Where(post => post.Only == Me.Id || post.Conversation == Me.Chat);

    Task<JsonNode?> Execution(JsonNode button, FakePost card) => Invoke(
        "adaptiveCard/action",
        new()
        {
            ["action"] = new JsonObject
            {
                ["type"] = Execute,
                ["title"] = (string?)button["title"],
                ["verb"] = (string?)button["verb"],
                ["data"] = button["data"]!.DeepClone(),
            },
            ["trigger"] = "manual",
        },
        card);

    async Task<JsonNode?> Invoke(string invoke, JsonObject value, FakePost card)
    {
        // In a channel whatever is done to a message is done in its thread.
        var place = TeamsIds.IsChannel(card.Conversation)
            ? TeamsIds.ThreadOf(card.Conversation, TeamsIds.RootOf(card.Conversation) ?? card.Id)
            : null;
        var activity = teams.Invoke(invoke, value, name, place);
        activity["replyToId"] = card.Id;
        return await Send(activity);
    }

    async Task<JsonNode?> Send(JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {teams.Token()}");
        using var answer = await bot().SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {said}");
        return said == "" ? null : JsonNode.Parse(said);
    }

    void Hear(JsonNode? said)
    {
        if (said is not null)
            told.Enqueue(Regex.Unescape(said.ToJsonString()));
    }

    FakePerson Meant(Match who) => teams.Person(who.Groups[1].Value);

    static string Written(FakePerson who) => $"<at>{who.Name}</at>";

    static JsonNode FormIn(JsonNode? dialog) => (string?)dialog?["task"]?["type"] == "continue"
        ? dialog["task"]!["value"]!["card"]!["content"]!
        : throw new InvalidOperationException($"No dialog opens: {dialog}");

    static JsonNode Button(FakePost card, string label, Func<JsonNode, bool> fits) =>
        FakeTeams.Buttons(card.Activity).FirstOrDefault(one => (string?)one["title"] == label && fits(one))
        ?? throw new InvalidOperationException($"There is no such button “{label}”: {card.Activity.ToJsonString()}");

    static JsonObject Filled(JsonNode form, (string Question, string Answer)[] answers)
    {
        var asked = Inputs(form).ToDictionary(one => (string)one["id"]!, one => (string?)one["value"] ?? "");
        Assert.All(answers, one => Assert.Contains(one.Question, asked.Keys));
        foreach (var (question, answer) in answers)
            asked[question] = answer;
        return FakeTeams.Filled(form, [.. asked.Select(one => (one.Key, one.Value))]);
    }

    static IEnumerable<JsonNode> Inputs(JsonNode? node) => node switch
    {
        JsonObject json when $"{json["type"]}".StartsWith("Input.", StringComparison.Ordinal) => [json],
        JsonObject json => json.SelectMany(one => Inputs(one.Value)),
        JsonArray array => array.SelectMany(Inputs),
        _ => [],
    };

    [GeneratedRegex("@([a-z]+)")]
    private static partial Regex Who();
}
