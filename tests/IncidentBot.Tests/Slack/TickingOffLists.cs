using System.Text.Json.Nodes;
using IncidentBot.Slack.Calls;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack;

/// <summary>Checklists as people in Slack meet them: one message in the channel, one of their own when they take the lead.</summary>
public sealed class TickingOffLists
{
    const string Company =
        """
        types: { leak: Data leak }
        people:
          ada: { name: Ada, accounts: { slack: U1 } }
          grace: { name: Grace, accounts: { slack: U2 } }
        checklists:
          leak: { name: Data leak, types: [leak], steps: [Copy the logs, Rotate the keys] }
          lead: { name: First minutes, roles: [manager], steps: [Say so] }
        """;

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_list_arrives_is_ticked_with_a_button_and_edited_in_place_and_the_leads_comes_by_direct_message(string kind)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, Company);
        await using var bot = await SlackBot.Inhabited(
            with: services => services.AddSingleton(new Pace(new Hurried(TimeProvider.System))),
            more: [("Organisation:File", file), .. kind == "sqlite" ? [] : new[] { ("Database:Provider", kind), ("Database:ConnectionString", await TestDatabase.NewOnServer()) }]);

        await bot.Types("U1", "declare sev1 type:leak keys are on the web");
        FakeChannel? room = null;
        await bot.Until(() => (room = bot.Slack.Channels.FirstOrDefault(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal))) is not null && Lists(room).Any());
        var card = Lists(room!).Single();
        Assert.Contains("1.2 Rotate the keys", card.Text);

        await bot.Presses("U2", "Tick 1.2", Shown(card), channel: room);
        await bot.Until(() => card.Text.Contains("✓ 1.2 Rotate the keys · Grace", StringComparison.Ordinal));
        await bot.Presses("U2", "Untick one", Shown(card), channel: room);
        await bot.Submits("U2", bot.LastView, ("steps", "1.2"));
        await bot.Until(() => card.Text.Contains("○ 1.2 Rotate the keys", StringComparison.Ordinal));

        await bot.Types("U1", "lead @Grace", room!.Id);
        await bot.Until(() => Direct(bot, "U2").Any(one => one.Text.Contains("○ 2.1 Say so", StringComparison.Ordinal))
            && card.Text.Contains("List 2 · First minutes", StringComparison.Ordinal));
        var duties = Direct(bot, "U2").Single(one => one.Text.Contains("○ 2.1 Say so", StringComparison.Ordinal));
        await bot.Presses("U2", "Tick 2.1", Shown(duties), toAll: true, channel: bot.Slack.Channels.Single(one => one.With == "U2"));
        await bot.Until(() => card.Text.Contains("✓ 2.1 Say so · Grace", StringComparison.Ordinal));

        Assert.Single(Lists(room));
        Assert.Equal("", bot.Web.Log.Errors);
        File.Delete(file);
    }

    static IEnumerable<FakeMessage> Direct(SlackBot bot, string user) =>
        bot.Slack.Channels.Where(one => one.With == user).SelectMany(one => one.Messages.ToArray());

    static IEnumerable<FakeMessage> Lists(FakeChannel room) =>
        room.Messages.ToArray().Where(one => one.Only is null && one.Text.Contains("Checklists: ", StringComparison.Ordinal));

    static JsonObject Shown(FakeMessage message) =>
        new() { ["text"] = message.Text, ["ts"] = message.Ts, ["blocks"] = message.Blocks.DeepClone() };
}
