using System.Text.Json.Nodes;
using IncidentBot.Support;

namespace IncidentBot.Teams;

/// <summary>The whole bot with Teams on, driven over the API: what people see there.</summary>
public class LivingInTeams
{
    [Fact]
    public async Task From_declared_to_archived()
    {
        await using var bot = await TeamsBot.Start(null, ("Teams:TeamId", FakeTeams.FirstGroup));
        var incident = await bot.Web.Declare("Checkout is down", """, "severity": "SEV1" """);

        await bot.Sees(() => bot.Cards(Own(bot)).Any(card => card.Contains("Investigating", StringComparison.Ordinal)));
        await bot.Sees(
            () => bot.Cards(Announced(bot)).Any(card => card.Contains("Checkout is down", StringComparison.Ordinal)));
        Assert.StartsWith("inc-1-checkout-is-down", bot.Teams.Channels.Single(one => one.Id == Own(bot)).Name);

        await bot.Command(incident, "update we are adding space next 30m");
        await bot.Sees(
            () => bot.Cards(Own(bot)).Any(card => card.Contains("we are adding space", StringComparison.Ordinal)));
        await bot.Command(incident, "title Payments are down");
        await bot.Sees(() => bot.Teams.Channels.Any(one => one.Name == "inc-1-payments-are-down"));

        await bot.Command(incident, "resolve added space");
        await bot.Sees(() => bot.Cards(Own(bot)).Any(card => card.Contains("Resolved", StringComparison.Ordinal)));
        await bot.Sees(
            () => bot.Cards(Announced(bot)).Any(card => card.Contains("Resolved", StringComparison.Ordinal)));
        foreach (var line in new[] { "howto delete the old binlogs", "told by mail", "review waive known cause" })
            await bot.Command(incident, line);
        await bot.Command(
            incident, "confirm", ("point0", "yes"), ("point1", "yes"), ("point2", "yes"), ("point3", "yes"));
        await bot.Command(incident, "close");
        await bot.Command(incident, "archive");
        await bot.Sees(() => bot.Teams.Channels.Single(one => one.Id == Own(bot)).Archived);

        // One live card in each place, edited, and no error on the way.
        Assert.Single(bot.Teams.Posts, post => post.Conversation == Announced(bot) && post.Edits > 0);
        Assert.Equal("", bot.Web.Log.Errors);
    }

    [Fact]
    public async Task A_private_one_is_never_seen_where_everybody_looks()
    {
        await using var bot = await TeamsBot.Start(null, ("Teams:TeamId", FakeTeams.FirstGroup));

        var secret = await bot.Web.Declare("Break-in at the vault", """, "severity": "SEV1", "private": true """);
        var known = await bot.Web.Declare("Checkout is down", """, "severity": "SEV2" """);
        await bot.Sees(() => bot.Teams.Channels.Any(one =>
            one.Name.StartsWith(known.ToLowerInvariant(), StringComparison.Ordinal)));
        await bot.Sees(() => bot.Teams.Posts.Count > 1);

        Assert.DoesNotContain(
            bot.Teams.Channels, one => one.Name.StartsWith(secret.ToLowerInvariant(), StringComparison.Ordinal));
        Assert.DoesNotContain(
            bot.Teams.Posts,
            post => post.Shown.Any(shown => shown.ToJsonString().Contains("vault", StringComparison.Ordinal)));
    }

    static string Own(TeamsBot bot) => bot.Teams.Channels.FirstOrDefault(one => one.Name != "incidents")?.Id ?? "";

    static string Announced(TeamsBot bot) =>
        bot.Teams.Channels.FirstOrDefault(one => one.Name == "incidents")?.Id ?? "";
}

static class Looking
{
    /// <summary>What each message in a conversation shows now, as JSON.</summary>
    public static IEnumerable<string> Cards(this TeamsBot bot, string conversation) =>
        bot.Teams.Posts.Where(post => post.Conversation == conversation).Select(post => post.Activity.ToJsonString());

    public static async Task Command(
        this TeamsBot bot, string incident, string line, params (string Name, string Value)[] answers)
    {
        using var answer = await bot.Web.Post(
            $"/api/v1/incidents/{incident}/commands", new JsonObject
            {
                ["line"] = line,
                ["answers"] = answers.Length == 0
                    ? null
                    : new JsonObject(answers.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Value))),
            }.ToJsonString());
        Assert.True(
            answer.IsSuccessStatusCode, $"{line}: {await answer.Content.ReadAsStringAsync()} {bot.Web.Log.Errors}");
    }

    /// <summary>Until it is so.</summary>
    public static async Task Sees(this TeamsBot bot, Func<bool> what)
    {
        for (var look = 0; !what(); look++)
        {
            Assert.True(look < 600, $"It didn't come to that. {bot.Web.Log.Errors} {Called(bot)}");
            await bot.Teams.Called();
        }
    }

    static string Called(TeamsBot bot) =>
        string.Join('\n', bot.Teams.Calls.Select(call => $"{call.Method} {call.Path}"));
}
