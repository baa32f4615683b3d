using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using Microsoft.Extensions.Time.Testing;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Trackers;

public class MirroringFollowUps
{
    const string Token = "ghp_secret-token";

    public static TheoryData<string> Both => ["github", "jira"];

    static async Task<(BotHarness Bot, FakeTracker There)> Start(string name, bool takesPrivate = false)
    {
        var (there, clock) = (await FakeTracker.Start(), new FakeTimeProvider(BotHarness.Start));
        ITracker tracker = name switch
        {
            "github" => new GitHubIssues(there.Client(), "acme/shop", Token),
            "jira" => new JiraIssues(there.Client(), new(there.Url, "OPS", "Task", "bot@example.org", Token, clock)),
            _ => new FollowUpHook(there.Client(), new(there.Url, "hook"), "a shared secret"),
        };
        var bot = await BotHarness.Mirroring("sqlite", new() { Trackers = [new(name, takesPrivate)] }, clock, tracker);
        await bot.Says(Ada, "declare checkout is down");
        return (bot, there);
    }

    static bool IsDone(JsonObject issue) => (string?)issue["state"] == "closed" || (bool?)issue["done"] == true;

    static string Title(JsonObject issue) => (string?)issue["title"] ?? (string)issue["fields"]!["summary"]!;

    static async Task<ActionItem> Task1(BotHarness bot) => (await bot.Incident()).FindTask(1)!;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task From_the_first_word_to_the_last_in_both_directions(string name)
    {
        var (bot, there) = await Start(name);
        await using var _ = there;
        await bot.Says(Ada, "followup INC-1 alert on full disks");
        await bot.Says(Ada, "task INC-1 call the bank");

        var issue = Assert.Single(there.Issues);
        Assert.Equal("alert on full disks", Title(issue));
        Assert.Contains("/incidents/INC-1", issue.ToJsonString());
        var link = Assert.Single((await Task1(bot)).Links);
        Assert.EndsWith(name == "github" ? "/acme/shop/issues/1" : "/browse/OPS-1", link.Address.AbsoluteUri);

        await bot.Says(Ada, "followup INC-1 change 1 alert on any full disk");
        Assert.Equal("alert on any full disk", Title(issue));
        await bot.Says(Ada, "followup INC-1 done 1");
        Assert.True(IsDone(issue));
        await bot.Says(Ada, "followup INC-1 reopen 1");
        Assert.False(IsDone(issue));

        there.Closed(0, "closed");
        await bot.Mirrors.Listen(bot.Mirrors.All[0].Tracker, default);
        await bot.Mirrors.Listen(bot.Mirrors.All[0].Tracker, default);
        await bot.RunDue();
        Assert.False((await Task1(bot)).IsOpen);
        Assert.Equal(name == "github" ? "GitHub" : "Jira", (await Task1(bot)).EndedBy!.Name);
        there.Closed(0, "open");
        await bot.Mirrors.Listen(bot.Mirrors.All[0].Tracker, default);
        await bot.RunDue();
        Assert.True((await Task1(bot)).IsOpen);
        Assert.False(IsDone(issue));
        Assert.Equal(4, (await bot.Facts<IncidentEvent>()).Count(fact => fact is TaskDone or TaskReopened));
        Assert.Single(there.Issues);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Opens_one_issue_whatever_answers_are_lost(string name)
    {
        var (bot, there) = await Start(name);
        await using var _ = there;
        there.LosesAnswers = true;
        await bot.Says(Ada, "followup INC-1 alert on full disks");
        await bot.Wait(TimeSpan.FromSeconds(1));
        there.LosesAnswers = false;
        await bot.Wait(TimeSpan.FromMinutes(10));

        Assert.Single(there.Issues);
        Assert.Single((await Task1(bot)).Links);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Delays_nothing_else_while_it_is_away_and_shows_the_newest_when_it_is_back(string name)
    {
        var (bot, there) = await Start(name);
        await using var _ = there;
        there.Fails = _ => 503;
        await bot.Says(Ada, "followup INC-1 alert on full disks");
        await bot.Says(Ada, "followup INC-1 change 1 alert on any full disk");
        await bot.Says(Ada, "update INC-1 we are on it");
        Assert.Contains(bot.Chat.Messages, message => PlainText.Draw(message.Card).Contains("we are on it", StringComparison.Ordinal));
        there.Fails = _ => null;
        await bot.Wait(TimeSpan.FromMinutes(15));

        Assert.Equal("alert on any full disk", Title(Assert.Single(there.Issues)));
    }

    [Fact]
    public async Task Keeps_private_incidents_and_drills_to_itself_unless_a_setting_says_otherwise()
    {
        var (bot, there) = await Start("github");
        await using var _ = there;
        await bot.Says(Ada, "declare --private the ledger leaks");
        await bot.Says(Ada, "followup INC-2 rotate the keys");
        await bot.Says(Ada, "drill the bank is down");
        await bot.Says(Ada, "followup INC-3 train more");
        Assert.Empty(there.Issues);

        var (open, knows) = await Start("github", takesPrivate: true);
        await using var __ = knows;
        await open.Says(Ada, "declare --private the ledger leaks");
        await open.Says(Ada, "followup INC-2 rotate the keys");
        Assert.Equal("rotate the keys", Title(Assert.Single(knows.Issues)));
    }

    [Fact]
    public async Task Gives_up_with_a_reason_that_tells_no_secret_when_the_token_is_wrong()
    {
        var (bot, there) = await Start("github");
        await using var _ = there;
        there.Fails = _ => 401;
        await bot.Says(Ada, "followup INC-1 alert on full disks");
        await bot.Wait(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5));

        Assert.Single(there.Log);
        Assert.Equal($"Bearer {Token}", Assert.Single(there.Log).Authorization);
        Assert.DoesNotContain(Token, new Wire.CallRefusedException(401, "GitHub").Message);
    }

    [Fact]
    public async Task Tells_a_webhook_with_a_signature_and_again_until_it_takes_it()
    {
        var (bot, there) = await Start("webhook");
        await using var _ = there;
        there.Fails = _ => 500;
        await bot.Says(Ada, "followup INC-1 alert on full disks");
        there.Fails = _ => null;
        await bot.Wait(TimeSpan.FromMinutes(5));
        await bot.Says(Ada, "followup INC-1 done 1");

        Assert.Equal(3, there.Log.Count);
        var (_, _, body, signature) = there.Log.Last();
        Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("a shared secret"), Encoding.UTF8.GetBytes(body)))}", signature);
        var said = JsonNode.Parse(body)!;
        Assert.Equal(("alert on full disks", true), ((string?)said["title"], (bool)said["done"]!));
        Assert.Empty((await Task1(bot)).Links);
    }
}
