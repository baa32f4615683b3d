using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Slack;
using IncidentBot.Support;
using IncidentBot.Teams;
using Xunit.Abstractions;

namespace IncidentBot.Tests;

/// <summary>An incident with rooms in Slack, in Teams and on the web: what is done in one is seen in all.</summary>
/// <remarks>How long it took until all showed it is written into the test's output, and judged by nobody.</remarks>
public sealed partial class LivingInThreePlaces(ITestOutputHelper output) : IAsyncLifetime
{
    const string People =
        """
        people:
          ada: { name: Ada Lovelace, mail: ada@example.com }
          grace: { name: Grace Hopper, mail: grace@example.com }
        """;

    readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
    readonly List<(string What, TimeSpan Took)> shown = [];
    SlackBot slack = null!;
    TeamsBot teams = null!;
    Visit web = null!;
    string page = "";

    Slack.FakeChannel Channel => slack.Slack.Channels.Single(one => IsOwn(one.Name));
    string Conversation => teams.Teams.Channels.Single(one => IsOwn(one.Name)).Id;

    static bool IsOwn(string name) => name.StartsWith("inc-1", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(file, People);
        var tenant = await FakeTeams.Start();
        slack = await SlackBot.Inhabited(
            more: [("Organisation:File", file), ("Teams:TeamId", FakeTeams.FirstGroup), .. tenant.Settings]);
        slack.Slack.AddUser("U1", "Ada L.").Email = "ada@example.com";
        slack.Slack.AddUser("U2", "gracie").Email = "grace@example.com";
        teams = TeamsBot.Beside(slack.Web, tenant);
        web = await Visit.Enter(slack.Web.CreateClient(), ("id", "grace"));
    }

    public async Task DisposeAsync()
    {
        await slack.DisposeAsync();
        await teams.Teams.DisposeAsync();
        File.Delete(file);
    }

    [Fact]
    public async Task From_declared_to_closed_all_three_show_the_same()
    {
        await Everywhere("declared in Teams", Declare, () => Cards("Checkout is down", "INC-1 · SEV1 · Investigating"));

        await Everywhere(
            "acknowledged in Slack", () => Press("U1", "Acknowledge"), () => Cards("Acknowledged by: Ada Lovelace"));
        await Everywhere("led from the web", () => OnTheWeb("lead me"), () => Cards("Lead: Grace Hopper"));
        await Everywhere("rated in Teams", () => Rate("SEV2"), () => Cards("INC-1 · SEV2"));
        await Everywhere(
            "an update from Slack", () => slack.Types("U1", "update we roll back next 30m", Channel.Id),
            () => Both(Cards("we roll back"), Messages("Update by Ada Lovelace: we roll back", "Sent on Slack")));
        await Everywhere(
            "an update from the web", () => OnTheWeb("update half of it is back next 30m"),
            () => Both(
                Cards("half of it is back"),
                Messages("Update by Grace Hopper: half of it is back", "Sent on the web")));
        await Everywhere(
            "an update from Teams", () => InTeams("update all of it is back next 30m", "ada"),
            () => Both(
                Cards("all of it is back"),
                Messages("Update by Ada Lovelace: all of it is back", "Sent on Teams")));
        await Everywhere(
            "renamed on the web", () => OnTheWeb("title Payments are down"), () => Cards("Payments are down"));
        await Everywhere(
            "led from Slack", () => slack.Types("U1", "lead me", Channel.Id), () => Cards("Lead: Ada Lovelace"));
        await Everywhere(
            "impact stopped in Teams", () => InTeams("mitigated", "grace"),
            () => Messages("Grace Hopper stopped the impact"));

        await Everywhere(
            "said in Teams", () => teams.Takes(teams.Message("it was the last deploy", "ada", Conversation)),
            () => Both(
                InSlack("Ada Lovelace, on Microsoft Teams", "it was the last deploy"),
                OnThePage("Ada Lovelace, on Microsoft Teams", "it was the last deploy")));
        await Everywhere(
            "said in Slack", () => slack.Says("U2", "I look at the graphs", Channel),
            () => Both(
                InATenant("Grace Hopper, on Slack", "I look at the graphs"),
                OnThePage("Grace Hopper, on Slack", "I look at the graphs")));
        await Everywhere(
            "said on the web", () => web.Say(page, "customers are calling"),
            () => Both(
                InSlack("Grace Hopper, on the web", "customers are calling"),
                InATenant("Grace Hopper, on the web", "customers are calling")));

        await Everywhere(
            "resolved in Slack", ResolveInSlack, () => Cards("INC-1 · SEV2 · Resolved", "What fixed it: rolled back"));
        await Everywhere(
            "reopened on the web", () => OnTheWeb("reopen it is back"), () => Cards("INC-1 · SEV2 · Investigating"));
        await Everywhere(
            "resolved in Teams", ResolveInTeams, () => Cards("INC-1 · SEV2 · Resolved", "What fixed it: added space"));
        await OnTheWeb("told by phone");
        await InTeams("review waive the cause is known", "grace");
        await web.Send(
            $"/rooms/{page}/do", ("line", "confirm INC-1"), ("form", "yes"),
            ("answer.point0", "yes"), ("answer.point1", "yes"), ("answer.point2", "yes"), ("answer.point3", "yes"));
        await Everywhere(
            "closed in Slack", () => slack.Types("U1", "close", Channel.Id), () => Cards("INC-1 · SEV2 · Closed"));

        foreach (var (what, took) in shown)
            output.WriteLine($"{what}: {took.TotalMilliseconds:0} ms");
        output.WriteLine($"the longest until all three showed it: {shown.Max(one => one.Took).TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task Whoever_has_an_account_in_each_is_one_person_and_each_note_says_where_from()
    {
        await Everywhere("declared in Teams", Declare, () => Cards("Investigating"));

        await slack.Types("U2", "note seen from Slack", Channel.Id);
        await InTeams("note seen from Teams", "grace");
        await OnTheWeb("note seen from the web");
        await slack.Types("U2", "lead me", Channel.Id);
        await InTeams("lead me", "grace");
        await OnTheWeb("lead me");

        var timeline = (await slack.Web.Read("/api/v1/incidents/INC-1/timeline"))["items"]!.AsArray();
        Assert.Equal(
            [("grace", "slack", "from Slack"), ("grace", "teams", "from Teams"), ("grace", "room", "from the web")],
            timeline.Where(one => (string?)one!["kind"] == "noted").Select(one =>
                ((string)one!["by"]!["id"]!, (string)one["surface"]!, $"{one}".Split("seen ")[1].Split('"')[0])));
        Assert.Single(timeline, one => (string?)one!["kind"] == "role-assigned");
        foreach (var words in new[] { "from Slack (on Slack)", "from Teams (on Teams)", "from the web (on the web)" })
        {
            var line = $"Grace Hopper: seen {words}";
            Assert.Contains(line, Plain($"{(await slack.Types("U1", "timeline", Channel.Id))!["text"]}"));
            await InTeams("timeline", "ada");
            await teams.Teams.Sees("ada", Conversation, line);
            Assert.Contains(line, Plain(await (await web.Press(page, "timeline")).Content.ReadAsStringAsync()));
        }
    }

    /// <param name="seen">All three places, waiting.</param>
    async Task Everywhere(string what, Func<Task> act, Func<Task> seen)
    {
        var began = TimeProvider.System.GetTimestamp();
        await act();
        await seen();
        shown.Add((what, TimeProvider.System.GetElapsedTime(began)));
    }

    async Task Declare()
    {
        var listed = web.Hear("general", heard => heard.Contains("inc-1", StringComparison.OrdinalIgnoreCase));
        await teams.Takes(teams.Mention("declare sev1 Checkout is down", "ada"));
        await listed;
        await slack.Until(() => slack.Slack.Channels.Any(one => IsOwn(one.Name)));
        await teams.Teams.Until(() => teams.Teams.Channels.FirstOrDefault(one => IsOwn(one.Name)));
        page = Room().Match(await web.Get("/incidents/INC-1")).Groups[1].Value;
    }

    Task<JsonNode?> Press(string user, string label) => slack.Presses(
        user, label, new JsonObject { ["blocks"] = LiveIn(Channel)!.Blocks.DeepClone() }, toAll: true,
        channel: Channel);

    async Task OnTheWeb(string line)
    {
        using var answer = await web.Press(page, line);
        Assert.True(answer.IsSuccessStatusCode, $"{line}: {await answer.Content.ReadAsStringAsync()}");
    }

    Task InTeams(string line, string who) => teams.Takes(teams.Mention(line, who, Conversation));

    Task Rate(string severity) => FillIn("severity INC-1", ("severity", severity));

    Task ResolveInTeams() => FillIn("resolve INC-1", ("fix", "added space"), ("howto", "delete the old logs"));

    async Task ResolveInSlack()
    {
        await slack.Types("U1", "resolve", Channel.Id);
        await slack.Submits("U1", slack.LastView, ("fix", "rolled back"), ("howto", "roll back"));
    }

    /// <summary>In the dialog that a button of that line opens in Teams.</summary>
    async Task FillIn(string line, params (string, string)[] answers)
    {
        var form = await teams.Invokes("task/fetch", Data(new() { ["line"] = line }), "grace", Conversation);
        var filled = TeamsBot.Filled(form["task"]!["value"]!["card"]!["content"]!, answers)["data"]!.DeepClone();
        Assert.Equal("", await teams.Answered(
            teams.Invoke("task/submit", Data(filled.AsObject()), "grace", Conversation)));
    }

    static JsonObject Data(JsonObject data) => new() { ["data"] = data };

    /// <summary>The live card in its own room and where it is announced, in each place.</summary>
    Task Cards(params string[] words)
    {
        bool All(string? card) => card is not null && words.All(Plain(card).Contains);
        return Task.WhenAll(
            slack.Until(() => All(LiveIn(Channel)?.Text) && All(LiveIn(Announced)?.Text)),
            teams.Teams.Until(() => Live is { Length: >= 2 } all && all.All(one => All(Summary(one))) ? all : null),
            web.Hear(page, heard => All(NewestCard(heard))),
            web.Hear("incidents", heard => All(NewestCard(heard))));
    }

    /// <summary>A message in the incident's own room, in each place.</summary>
    Task Messages(params string[] words) => Task.WhenAll(InSlack(words), InATenant(words), OnThePage(words));

    Task InSlack(params string[] words) =>
        slack.Until(() => Channel.Messages.Any(one => one.Only is null && words.All(Plain(one.Text).Contains)));

    Task<FakePost> InATenant(params string[] words) => teams.Teams.Until(() => teams.Teams.Posts.FirstOrDefault(one =>
        one.Conversation == Conversation && one.Only is null && words.All(Plain(Summary(one)).Contains)));

    Task<string> OnThePage(params string[] words) =>
        web.Hear(page, heard => Pieces(heard).Any(piece => words.All(Plain(piece).Contains)));

    static string Summary(FakePost post) => (string?)post.Activity["summary"] ?? "";

    static Task Both(params Task[] seen) => Task.WhenAll(seen);

    Slack.FakeChannel? Announced => slack.Slack.Channels.FirstOrDefault(one => one.Name == "incidents");

    static FakeMessage? LiveIn(Slack.FakeChannel? channel) =>
        channel?.Messages.FirstOrDefault(one => $"{one.Metadata?["event_payload"]?["key"]}" == "INC-1/card");

    /// <summary>In Teams, wherever everybody sees it.</summary>
    FakePost[] Live =>
    [
        .. teams.Teams.Posts.Where(post => post.Only is null && TeamsIds.IsChannel(post.Conversation)
            && FakeTeams.Buttons(post.Activity).Any(one => (string?)one["data"]?["line"] == "menu INC-1")),
    ];

    static string? NewestCard(string heard) =>
        Pieces(heard).LastOrDefault(piece => piece.Contains("value=\"menu INC-1\"", StringComparison.Ordinal));

    /// <summary>The messages that an open page was sent, the newest last.</summary>
    static IEnumerable<string> Pieces(string heard) =>
        heard.Split("\n\n").Where(one => one.Contains("event: message", StringComparison.Ordinal))
            .Select(one => one.Replace("data: ", "", StringComparison.Ordinal));

    /// <summary>The words alone, whatever stands around them; on the web an @ stands before a name.</summary>
    static string Plain(string written) =>
        Gap().Replace(WebUtility.HtmlDecode(Tag().Replace(written.Replace("</dt>", ": "), "")).Replace("@", ""), " ");

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gap();

    [GeneratedRegex("/rooms/([^/\"]+)/say")]
    private static partial Regex Room();
}
