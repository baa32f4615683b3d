using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>Ways to an incident that are no command: suggestions, shortcuts, links, the home tab; and who gets there.</summary>
public sealed class FindingIncidents : IAsyncLifetime
{
    SlackBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Inhabited();
        await bot.Types("U1", "declare checkout is down");
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    async Task<string> Timeline(string incident = "INC-1") => (await bot.Web.Read($"/api/v1/incidents/{incident}/timeline")).ToJsonString();

    [Fact]
    public async Task Suggestions_fit_what_is_typed()
    {
        await bot.Types("U2", "whoami");

        Assert.Equal(["INC-1"], await bot.Searches("U1", "suggest.which", "CHECK"));
        Assert.Equal(["slack:U2"], await bot.Searches("U1", "suggest.person", "gra"));
        Assert.Equal(["network"], await bot.Searches("U1", "suggest.category", "netw"));
        Assert.Empty(await bot.Searches("U1", "suggest.nothing known", "x"));
    }

    [Fact]
    public async Task Suggestions_hold_nothing_that_is_hidden_from_whoever_types()
    {
        await bot.Types("U1", "private INC-1");

        Assert.Equal(["INC-1"], await bot.Searches("U1", "suggest.which", "inc"));
        Assert.Empty(await bot.Searches("U2", "suggest.which", "inc"));
    }

    [Fact]
    public async Task The_workspaces_shortcut_opens_the_form_to_declare()
    {
        await bot.Chooses("U1", "declare");

        var answer = await bot.Submits("U1", bot.LastView, ("title", "login is down"));

        Assert.Equal("update", (string?)answer!["response_action"]);
        Assert.Contains("INC-2 is declared", SlackBot.Letters(answer["view"]));
    }

    [Fact]
    public async Task A_message_becomes_the_first_evidence_of_what_is_declared_from_it()
    {
        var message = bot.Slack.Say(bot.General, "U2", "login gives &lt;503&gt; to <@U1>");
        await bot.Chooses("U1", "declare_from_message", message);
        var form = bot.LastView;
        Assert.Contains("login gives <503> to @Ada", (string?)form.Content["blocks"]![0]!["element"]!["initial_value"]);

        Assert.Null(await bot.Submits("U1", form));

        Assert.Contains("login gives", await Timeline("INC-2"));
        Assert.Contains($"/archives/{bot.General.Id}/p{message.Ts.Replace(".", "")}", (await bot.Web.Read("/api/v1/incidents/INC-2")).ToJsonString() + await Timeline("INC-2"));
    }

    /// <summary>Nothing opens that long after a click.</summary>
    async Task<FakeReply> Late(string shortcut, FakeMessage message)
    {
        bot.Slack.Faults = call => call.Method == "views.open" ? new Fault.Error("expired_trigger_id") : null;
        await bot.Chooses("U1", shortcut, message);
        bot.Slack.Faults = _ => null;
        return bot.Slack.Replies[^1];
    }

    [Fact]
    public async Task A_message_is_the_first_evidence_also_when_the_form_opens_late()
    {
        // The bot can't read there; what the shortcut showed it, it knows.
        var message = bot.Slack.Say(bot.Slack.AddChannel("elsewhere", true, "U1", "U2"), "U2", "login gives &lt;503&gt;");
        var late = await Late("declare_from_message", message);

        await bot.Presses("U1", "Open the form", late.Message);
        Assert.Null(await bot.Submits("U1", bot.LastView, ("title", "login is down")));

        Assert.Contains("login gives \\u003C503\\u003E", await Timeline("INC-2"));
    }

    [Fact]
    public async Task A_message_goes_onto_the_timeline_also_when_nothing_can_ask_which()
    {
        await bot.Types("U1", "declare search is slow");
        var message = bot.Slack.Say(bot.General, "U2", "the certificate is from 2019");
        var late = await Late("add_to_timeline", message);

        await bot.Presses("U1", "INC-2 search is slow", late.Message);

        Assert.Contains("the certificate is from 2019", await Timeline("INC-2"));
        Assert.DoesNotContain("the certificate is from 2019", await Timeline());
    }

    [Fact]
    public async Task A_long_message_still_fits_into_what_a_form_remembers()
    {
        var message = bot.Slack.Say(bot.General, "U2", string.Concat(Enumerable.Repeat("\"login\" is \\ down. ", 200)));

        await bot.Chooses("U1", "declare_from_message", message);

        Assert.Null(await bot.Submits("U1", bot.LastView, ("title", "login is down")));
        Assert.Equal("login is down", (string?)(await bot.Web.Read("/api/v1/incidents/INC-2"))["title"]);
    }

    [Fact]
    public async Task A_message_goes_onto_the_timeline_of_the_incident_that_is_chosen()
    {
        var message = bot.Slack.Say(bot.General, "U2", "the certificate is from 2019");
        await bot.Chooses("U1", "add_to_timeline", message);

        Assert.Null(await bot.Submits("U1", bot.LastView, ("which", "INC-1")));

        Assert.Contains("the certificate is from 2019", await Timeline());
    }

    [Fact]
    public async Task A_message_of_the_incidents_own_channel_goes_there_at_once()
    {
        await bot.Types("U1", "convert INC-1");
        var message = bot.Slack.Say(bot.General, "U2", "the certificate is from 2019");

        await bot.Chooses("U1", "add_to_timeline", message);

        Assert.Contains("the certificate is from 2019", await Timeline());
        Assert.Equal("U1", bot.Slack.Replies[^1].User);
    }

    JsonObject Link(string link, FakeChannel? channel = null) => new()
    {
        ["type"] = "link_shared",
        ["user"] = "U1",
        ["channel"] = (channel ?? bot.General).Id,
        ["message_ts"] = bot.Slack.Say(channel ?? bot.General, "U1", link).Ts,
        ["links"] = new JsonArray(new JsonObject { ["url"] = link }),
    };

    string Address => (string)bot.Web.Read("/api/v1/incidents/INC-1").Result["url"]!;

    [Fact]
    public async Task A_link_shows_the_incident_under_it()
    {
        await bot.Happens(Link(Address));

        var unfurl = Assert.Single(bot.Slack.CallsOf("chat.unfurl")).Arguments["unfurls"]![Address]!;
        Assert.Contains("checkout is down", SlackBot.Letters(unfurl));
        Assert.Empty(BlockKitRules.FlawsOfBlocks(unfurl["blocks"]!.AsArray(), 50));
    }

    [Fact]
    public async Task A_link_shows_nothing_of_what_some_may_not_see()
    {
        var shared = bot.Slack.AddChannel("with-partners", false, "U1", FakeSlack.Bot);
        shared.Shared = true;
        await bot.Happens(Link(Address, shared));
        await bot.Happens(Link("https://elsewhere.example/incidents/INC-1"));
        await bot.Happens(Link(Address.Replace("INC-1", "INC-99")));
        var link = Link(Address);
        await bot.Types("U1", "private INC-1");

        await bot.Happens(link);

        Assert.Empty(bot.Slack.CallsOf("chat.unfurl"));
    }

    FakeView Home => bot.Slack.Views.Single(one => one.User == "U1");

    async Task Open() => await bot.Happens(new()
    {
        ["type"] = "app_home_opened",
        ["user"] = "U1",
        ["channel"] = bot.Slack.AddDirect("U1").Id,
        ["tab"] = "home",
    });

    [Fact]
    public async Task The_home_tab_shows_what_is_open_and_follows_what_they_do()
    {
        await Open();
        Assert.Contains("checkout is down", SlackBot.Letters(Home.Content));

        await bot.Types("U1", "cancel INC-1 a false alarm");
        await bot.Until(() => SlackBot.Letters(Home.Content).Contains("All quiet"));
    }

    [Fact]
    public async Task The_home_tab_opens_forms_and_shows_cards_above_itself()
    {
        await Open();

        await bot.Presses("U1", "INC-1", Home.Content, Home);
        var sheet = bot.LastView;
        Assert.Contains("checkout is down", SlackBot.Letters(sheet.Content));

        await bot.Presses("U1", "Resolve", sheet.Content, sheet);
        Assert.Equal("Resolve INC-1", (string?)bot.LastView.Content["title"]!["text"]);
        Assert.Single(bot.Slack.CallsOf("views.push"));
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("deactivated")]
    [InlineData("bot")]
    public async Task Who_is_not_of_the_workspace_is_told_so_and_nothing_is_done(string what)
    {
        var user = bot.Slack.AddUser("U9", "Mallory");
        (user.Stranger, user.Deleted, user.Bot) = (what == "stranger", what == "deactivated", what == "bot");

        var answer = await bot.Types("U9", "declare something");

        Assert.Equal("ephemeral", (string?)answer!["response_type"]);
        Assert.Single((await bot.Web.Read("/api/v1/incidents"))["items"]!.AsArray());
        Assert.Empty(await bot.Searches("U9", "suggest.which", "inc"));
    }

    [Fact]
    public async Task Guests_may_use_it()
    {
        bot.Slack.AddUser("U8", "Guest").Guest = true;

        Assert.Contains("INC-2 is declared", (string?)(await bot.Types("U8", "declare login is down"))!["text"]);
    }

    [Fact]
    public async Task Names_are_names_whatever_stands_in_them()
    {
        bot.Slack.AddUser("U7", "<!channel> *Bobby* `Tables` <@U1>");

        var answer = await bot.Types("U7", "whoami");

        Assert.DoesNotContain("<!channel>", (string?)answer!["text"]);
        Assert.Contains("&lt;!channel&gt;", (string?)answer["text"]);
        Assert.DoesNotContain("mrkdwn", answer.ToJsonString());
    }

    [Fact]
    public async Task That_the_app_was_removed_or_its_token_taken_back_stands_in_the_log()
    {
        await bot.Happens(new() { ["type"] = "app_uninstalled" });
        await bot.Happens(new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["bot"] = new JsonArray("U0BOT") } });

        await bot.Web.Log.Written("The app was removed from Slack");
        await bot.Web.Log.Written("Slack took back the bot's token");
    }
}
