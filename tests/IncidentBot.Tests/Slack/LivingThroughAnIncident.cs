using System.Net;
using IncidentBot.Slack.Calls;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>What people see in Slack of an incident that lives somewhere else: the whole bot, driven over its API.</summary>
public sealed class LivingThroughAnIncident : IAsyncLifetime
{
    const string People =
        """
        people:
          ann: { name: Ann, accounts: { slack: U0ANN } }
          bob: { name: Bob, accounts: { slack: U0BOB } }
        """;

    readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
    SlackBot bot = null!;

    FakeSlack Slack => bot.Slack;
    FakeChannel? Channel => Slack.Channels.FirstOrDefault(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal));
    FakeChannel? Announced => Slack.Channels.FirstOrDefault(one => one.Name == "incidents");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(file, People);
        bot = await SlackBot.Start(
            services => services.AddSingleton(new Pace(new Hurried(TimeProvider.System))), ("Organisation:File", file));
        Slack.AddUser("U0ANN", "Ann");
        Slack.AddUser("U0BOB", "Bob");
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        File.Delete(file);
    }

    static FakeMessage? Card(FakeChannel? channel) => channel?.Messages.FirstOrDefault(
        one => $"{one.Metadata?["event_payload"]?["key"]}".StartsWith("INC-1/card", StringComparison.Ordinal));

    Task<string> Declared(string severity, string more = "") =>
        bot.Web.Declare("Checkout is down", $$""", "severity": "{{severity}}"{{more}} """);

    async Task Run(string line)
    {
        using var answer = await bot.Web.Post("/api/v1/incidents/INC-1/commands", $$"""{ "line": "{{line}}" }""");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    static bool Shows(FakeMessage? card, string words) => card?.Text.Contains(words, StringComparison.Ordinal) == true;

    [Fact]
    public async Task A_critical_one_gets_a_channel_with_everything_in_it_and_is_announced()
    {
        await Declared("sev1");
        await Run("lead @ann");

        await Slack.Until(() => Shows(Card(Channel), "Ann") && Shows(Card(Announced), "Ann")
            && Channel is { Topic: var topic, Pins.Count: 1, Bookmarks.Count: > 0 } && topic.Contains("lead Ann", StringComparison.Ordinal)
            && Channel.Members.Contains("U0ANN") && Slack.Channels.Any(one => one.With == "U0ANN" && one.Messages.Count > 0));

        Assert.Equal(("inc-1-checkout-is-down", "INC-1: Checkout is down"), (Channel!.Name, Channel.Purpose));
        Assert.StartsWith("SEV1", Channel.Topic, StringComparison.Ordinal);
        Assert.Equal(Card(Channel)!.Ts, Channel.Pins[0]);
        Assert.Single(Channel.Messages, one => one == Card(Channel));
        Assert.DoesNotContain("U0BOB", Channel.Members);
    }

    [Fact]
    public async Task A_small_one_is_announced_and_gets_its_channel_when_it_grows()
    {
        await Declared("sev4");
        await Slack.Until(() => Card(Announced) is not null);
        Assert.Null(Channel);

        await Run("severity sev1");

        await Slack.Until(() => Card(Channel) is not null && Shows(Card(Announced), "SEV1"));
    }

    [Fact]
    public async Task Its_cards_are_edited_in_place_until_it_is_over()
    {
        await Declared("sev1");
        await Run("ack");
        await Run("resolve rolled back");

        await Slack.Until(() => Shows(Card(Channel), "Resolved") && Shows(Card(Announced), "Resolved"));
        Assert.Single(Announced!.Messages, one => one.Metadata?["event_payload"]?["key"]?.ToString() == "INC-1/card");
    }

    [Fact]
    public async Task A_private_one_is_seen_by_nobody_else()
    {
        await Declared("sev1", """, "private": true""");

        await Slack.Until(() => Card(Channel) is not null);
        Assert.True(Channel!.Private);
        Assert.DoesNotContain(Slack.Channels.Where(one => one != Channel).SelectMany(one => one.Messages), one => Shows(one, "Checkout"));
    }

    [Fact]
    public async Task Answers_that_are_lost_make_nothing_twice()
    {
        var lost = new HashSet<string>();
        Slack.Faults = call =>
        {
            lock (lost)
                return call.Method is "conversations.create" or "chat.postMessage" && lost.Add($"{call.Method} {call["name"]}{call["channel"]}")
                    ? new Fault.AnswerLost()
                    : null;
        };

        await Declared("sev1");
        await Slack.Until(() => Channel?.Pins.Count == 1 && Card(Announced) is not null);
        await Run("severity sev2");
        await Slack.Until(() => Shows(Card(Channel), "SEV2") && Shows(Card(Announced), "SEV2"));

        Assert.Equal(["inc-1-checkout-is-down", "incidents"], Slack.Channels.Where(one => one.With is null).Select(one => one.Name).Order());
        Assert.Single(Channel!.Messages, one => Key(one) == "INC-1/card");
        Assert.Single(Announced!.Messages, one => Key(one) == "INC-1/card");
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_comes_back()
    {
        await Declared("sev1");
        await Slack.Until(() => Channel?.Pins.Count == 1);
        Slack.Delete(Channel!, Card(Channel)!);

        await Run("severity sev2");

        await Slack.Until(() => Shows(Card(Channel), "SEV2") && Channel!.Pins.Contains(Card(Channel)!.Ts));
    }

    [Fact]
    public async Task A_channel_that_somebody_archived_is_noticed_by_the_next_thing_that_happens()
    {
        await Declared("sev1");
        await Slack.Until(() => Channel?.Pins.Count == 1);
        Slack.PutAway(Channel!);

        await Run("severity sev2");

        // Whichever errand comes first notices; those behind it have nothing to do there any more.
        await bot.Web.Log.Until(async () => (await bot.Web.Read("/api/v1/incidents/INC-1/timeline")).ToJsonString()
            .Contains("archived by hand", StringComparison.Ordinal));
        await Slack.Until(() => Shows(Card(Announced), "SEV2"));
    }

    static string Key(FakeMessage message) => $"{message.Metadata?["event_payload"]?["key"]}";
}
