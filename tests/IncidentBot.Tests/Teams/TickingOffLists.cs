using System.Text.Json.Nodes;

namespace IncidentBot.Teams;

/// <summary>Checklists as people in Teams meet them.</summary>
public sealed class TickingOffLists : IAsyncLifetime
{
    readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
    TeamsBot bot = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(
            file,
            """
            services:
              checkout: { name: Checkout, runbook: "https://wiki.example.org/checkout", runbook-checklist: [Look at the dashboard, Roll back] }
            checklists:
              lead: { name: First minutes, roles: [manager], steps: [Say so] }
            """);
        bot = await TeamsBot.Start(null, ("Organisation:File", file), ("Teams:TeamId", FakeTeams.FirstGroup));
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        File.Delete(file);
    }

    [Fact]
    public async Task the_runbooks_list_arrives_is_ticked_and_edited_in_place_and_the_leads_comes_by_direct_message()
    {
        await bot.Takes(bot.Message("declare sev1 service:checkout checkout is down"));
        await bot.Sees(() => Lists().Any());
        var card = Lists().Single();
        Assert.True(card.Says("Runbook: Checkout") && card.Says("https://wiki.example.org/checkout"));

        await bot.Presses(Line(card, "Tick 1.2"), "grace", Own());
        await bot.Sees(() => card.Says("✓ 1.2 Roll back · ") && card.Says("1 of 2 steps done"));

        await bot.Takes(bot.Mention("lead me", "grace", $"{Own()};messageid=7"));
        await bot.Sees(() => Direct().Any() && card.Says("List 2 · First minutes"));
        await bot.Presses(Line(Direct().Single(), "Tick 2.1"), "grace");
        await bot.Sees(() => card.Says("✓ 2.1 Say so · ") && card.Says("2 of 3 steps done"));

        Assert.True(card.Edits >= 3);
        Assert.Single(Lists());
        Assert.Equal("", bot.Web.Log.Errors);
    }

    string Own() => bot.Teams.Channels.FirstOrDefault(one => one.Name.StartsWith("inc-1", StringComparison.Ordinal))?.Id ?? "";

    IEnumerable<FakePost> Lists() => bot.Teams.Posts.Where(post => post.Conversation == Own() && post.Only is null && post.Says("Checklists: "));

    IEnumerable<FakePost> Direct() => bot.Teams.Posts.Where(post => post.Conversation == bot.Teams.Person("grace").Chat && post.Says("○ 2.1 Say so"));

    static string Line(FakePost post, string label) =>
        (string)FakeTeams.Buttons(post.Activity).First(button => (string?)button["title"] == label)["data"]!["line"]!;
}
