using System.Text.Json.Nodes;
using IncidentBot.Peers.Support;
using IncidentBot.Teams;

namespace IncidentBot.Peers.Teams;

/// <summary>
/// An incident from @IncidentBot to its channel's archive, over each database: on SQLite the bot is killed in the
/// middle and started again, on PostgreSQL two share the work and one of them is killed.
/// </summary>
public sealed class LivingAnIncident : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly TimeSpan TwoDays = TimeSpan.FromHours(48) + TimeSpan.FromMinutes(30);

    readonly List<Folder> folders = [];
    readonly List<BotProcess> bots = [];
    FakeTeams teams = null!;
    SharedDatabase database = null!;
    string incident = "";
    int turn;

    public async Task InitializeAsync() => teams = await FakeTeams.Start();

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task From_declared_to_archived(Database kind)
    {
        var settings = await Settings(kind);
        await Start(settings);
        if (kind == Database.Postgres)
            await Start(settings);
        var (ada, grace, kofi) = (Person("ada"), Person("grace"), Person("kofi"));
        var here = $"{FakeTeams.FirstTeam};messageid=1";

        // By a dialog, which asks for no more than a title.
        await ada.Type("", here);
        await Until("there is a button to declare", () => ada.Shown("", "Declare") is not null);
        var menu = ada.Shown("", "Declare")!;
        await ada.Submit(
            await ada.Open("Declare", menu), menu,
            ("title", "search is slow <at>everybody</at>"), ("severity", "SEV3"));
        await Until("it is announced", async () =>
            await Reference("search is slow") is { } small && Cards(small).Any(post => post.Conversation == Announced));
        await ada.Type($"cancel {await Reference("search is slow")} a false alarm", here);

        // By the same form where no dialog opens: a message is no click.
        await ada.Type("declare", here);
        await Until("the form is there", () => Form(ada, "What is broken?") is not null);
        await ada.Submit(Form(ada, "What is broken?")!, ("title", "checkout is down"), ("severity", "SEV1"));
        await Until("it is declared", async () => await Reference("checkout is down") is not null);
        incident = (await Reference("checkout is down"))!;
        await Until("it has a channel of its own", () => Own is not null && Card(Own.Id) is not null);
        var room = Own!.Id;
        await EveryCardShows("Investigating");

        await grace.Press("Acknowledge", Card(room)!);
        await EveryCardShows("Acknowledged by: Grace Hopper");
        await grace.Press("Take the lead", Card(room)!);
        await EveryCardShows("Lead: Grace Hopper");
        await grace.Press("More…", Card(room)!);
        await Until("there is the panel", () => grace.Shown(incident, "Severity") is not null);
        var panel = grace.Shown(incident, "Severity")!;
        await grace.Submit(await grace.Open("Severity", panel), panel, ("severity", "SEV2"));
        await EveryCardShows($"{incident} · SEV2");
        await ada.Type("role communications @kofi", room);
        await Until("kofi knows his duties", () => kofi.WasTold("You are Communication coordinator"));
        await kofi.Say("the disk of the ledger is full", room);
        await kofi.Type("note customers call since noon", room);
        await Until("it is on the timeline", async () =>
            await Timeline() is var all && all.Contains("customers call since noon", StringComparison.Ordinal));

        // In the middle of it: what this asks for is still to be shown.
        var card = Card(room)!;
        await kofi.Submit(
            await kofi.Open("Post update", card), card, ("update", "we are adding space"), ("next", "30m"));
        await bots[0].Kill();
        bots.RemoveAt(0);
        if (kind == Database.Sqlite)
            await Start(settings);
        await Until("the update is shown", () =>
            In(room).Any(post => post.Says("Update by Kofi Annan: we are adding space")));
        await EveryCardShows("we are adding space");

        card = Card(room)!;
        await grace.Submit(
            await grace.Open("Resolve", card), card, ("fix", "Added space"), ("howto", "Delete the old logs"));
        await EveryCardShows($"{incident} · SEV2 · Resolved");
        await grace.Type("close", room);
        await Until("the gate is shut", () => grace.WasTold("can't be closed yet"));
        await grace.Type("confirm", room);
        await Until("the form is there", () => Form(grace, "really fixed?") is not null);
        await grace.Submit(
            Form(grace, "really fixed?")!, ("point0", "yes"), ("point1", "yes"), ("point2", "yes"), ("point3", "yes"));
        await grace.Type("told by phone", room);
        await grace.Type("review waive the cause is known", room);
        await grace.Type("close", room);
        await EveryCardShows($"{incident} · SEV2 · Closed");
        Assert.Equal("closed", (string)(await bots[0].Http.Incident(incident))["status"]!);
        await NothingIsLeftOrDoubled();

        Assert.False(Own!.Archived);
        await LaterIn(settings);
        await Until("its channel is archived", () => Own!.Archived);
        await NothingIsLeftOrDoubled();
    }

    /// <summary>Nobody is there for two days; then the bot comes back.</summary>
    async Task LaterIn((string, string)[] settings)
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
        bots.Clear();
        await Start([.. settings, .. FakeTime.In(TwoDays)]);
    }

    /// <summary>For the one crash there may be one message more: no message of Teams bears a mark.</summary>
    async Task NothingIsLeftOrDoubled()
    {
        await Until("nothing is left to do", async () =>
            await database.Count("SELECT count(*) FROM outbox WHERE buried IS NULL") == 0);
        Assert.Equal(0, await database.Count("SELECT count(*) FROM outbox WHERE buried IS NOT NULL"));
        Assert.Single(teams.Channels, one => one.Name == Own!.Name);
        Assert.Single(teams.Channels, one => one.Name == "incidents");
        Assert.Equal(2, (await bots[0].Http.All("/api/v1/incidents")).Count);

        var said = teams.Posts.Where(post => post.Only is null && !post.Deleted).ToArray();
        var again = said.GroupBy(post => $"{post.Conversation} {(string?)post.Shown[0]["summary"]}")
            .Where(group => group.Count() > 1).Select(group => $"{group.Count()} times {group.Key}").ToArray();
        Assert.True(
            again.Length == 0 || (again.Length == 1 && again[0].StartsWith("2 ", StringComparison.Ordinal)),
            string.Join('\n', again));
        Assert.Same(Card(Own!.Id), In(Own.Id).First());
        // Nobody is mentioned whom the bot itself doesn't mean.
        Assert.DoesNotContain(said, post =>
            $"{post.Activity["attachments"]?[0]?["content"]?["msteams"]?["entities"]}".Contains("everybody"));
    }

    Colleague Person(string name) => new(teams, () => bots[turn++ % bots.Count].Http, name);

    /// <remarks>Requests that come at the same time leave gaps between the numbers.</remarks>
    async Task<string?> Reference(string title) => (string?)(await bots[0].Http.All("/api/v1/incidents"))
        .SingleOrDefault(one => ((string)one["title"]!).Contains(title, StringComparison.Ordinal))?["reference"];

    async Task<string> Timeline() =>
        string.Join('\n', await bots[0].Http.All($"/api/v1/incidents/{incident}/timeline"));

    FakeChannel? Own => teams.Channels.FirstOrDefault(one =>
        one.Name.StartsWith($"{incident.ToLowerInvariant()}-", StringComparison.Ordinal));

    string? Announced => teams.Channels.FirstOrDefault(one => one.Name == "incidents")?.Id;

    IEnumerable<FakePost> In(string conversation) =>
        teams.Posts.Where(post => post.Conversation == conversation && post.Only is null && !post.Deleted);

    /// <summary>The live cards of an incident for everybody, wherever they are.</summary>
    IEnumerable<FakePost> Cards(string reference) => teams.Posts.Where(post =>
        post.Only is null && TeamsIds.IsChannel(post.Conversation)
        && FakeTeams.Buttons(post.Activity).Any(one => (string?)one["data"]?["line"] == $"menu {reference}"));

    FakePost? Card(string conversation) => Cards(incident).FirstOrDefault(post => post.Conversation == conversation);

    static FakePost? Form(Colleague who, string words) =>
        who.Shown(words, "Declare incident") ?? who.Shown(words, "Declare") ?? who.Shown(words, "Confirm");

    /// <summary>In the channel of announcements, in its own, and where it was declared.</summary>
    Task EveryCardShows(string words) => Until($"everybody sees “{words}”", () =>
        Cards(incident).ToArray() is { Length: >= 2 } all
        && all.All(card => $"{card.Activity["summary"]}".Contains(words)));

    async Task<(string, string)[]> Settings(Database kind)
    {
        database = await SharedDatabase.New(kind);
        return
        [
            .. teams.Settings.Select(one => (one.Item1.Replace(":", "__"), one.Item2)),
            ("Teams__TeamId", FakeTeams.FirstGroup), ("Reminders__NoLeadAfter", "01:00:00"),
            .. database.Settings,
        ];
    }

    async Task Start((string, string)[] settings)
    {
        folders.Add(new());
        bots.Add(await BotProcess.Start(folders[^1].Path, settings));
    }

    Task Until(string what, Func<bool> condition) => Until(what, () => Task.FromResult(condition()));

    Task Until(string what, Func<Task<bool>> condition) => bots[^1].Until(what, condition, Patience);

    public async Task DisposeAsync()
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
        await teams.DisposeAsync();
        database?.Dispose();
        foreach (var folder in folders)
            folder.Dispose();
    }
}
