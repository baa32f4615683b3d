using IncidentBot.Settings;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Setup;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Teams;

public class AskingTheDoctor
{
    static readonly string[] All = [.. Scope.OfTheOrganisation.Select(scope => scope.Name)];

    [Fact]
    public async Task Finds_nothing_where_all_is_well() => await With(async teams =>
        Assert.All(await Examine(teams), found => Assert.True(found.Well, found.What)));

    [Fact]
    public async Task Names_every_missing_permission_and_what_it_is_for() => await With(async teams =>
    {
        teams.Roles = [.. All.Except(["ChannelSettings.ReadWrite.All", "Chat.Create"])];

        var ill = Ill(await Examine(teams));

        Assert.Equal(2, ill.Length);
        Assert.Contains("ChannelSettings.ReadWrite.All, which archives the channel", ill[0]);
        Assert.Contains("Chat.Create", ill[1]);
    });

    [Fact]
    public async Task Takes_a_wider_permission_for_a_narrower_one() => await With(async teams =>
    {
        teams.Roles = [.. All.Except(["User.ReadBasic.All"]), "User.Read.All"];
        Assert.Empty(Ill(await Examine(teams)));
    });

    [Fact]
    public async Task Knows_a_wrong_secret() => await With(async teams =>
        Assert.Contains(
            "AADSTS7000215", Ill(await Examine(teams, settings: ("Teams:AppPassword", "another-secret")))[0]));

    [Fact]
    public async Task Knows_a_team_that_was_not_consented_to() => await With(async teams =>
    {
        teams.Faults = call => call.Path.Contains("/channels", StringComparison.Ordinal) ? new Fault.Status(403) : null;
        Assert.Contains("Channel.Create.Group", Assert.Single(Ill(await Examine(teams))));
    });

    [Fact]
    public async Task Knows_a_team_that_does_not_exist() => await With(async teams => Assert.Contains(
        "There is no team", Assert.Single(
            Ill(await Examine(teams, settings: ("Teams:TeamId", "bbbbbbbb-0000-4000-8000-000000000404"))))));

    [Fact]
    public async Task Knows_that_Teams_reaches_no_local_address() => await With(async teams => Assert.Contains(
        "Set PublicUrl", Assert.Single(Ill(await Examine(teams, url: "http://localhost:3978")))));

    [Fact]
    public async Task Knows_an_address_where_nobody_answers()
    {
        var teams = await FakeTeams.Start();
        var settings = CallingTeams.Settings(teams);
        await teams.DisposeAsync();

        var ill = Ill(await Examine(settings, "https://bot.example.org", TimeProvider.System));

        Assert.Contains("Teams:OpenIdMetadataUrl", ill[0]);
        Assert.Contains("Teams:LoginUrl", ill[1]);
    }

    [Theory]
    [InlineData(400, "seconds ahead of")]
    [InlineData(-400, "seconds behind")]
    public async Task Knows_a_clock_that_is_off(int seconds, string how) => await With(async teams => Assert.Contains(
        how, Assert.Single(Ill(await Examine(
            CallingTeams.Settings(teams), "https://bot.example.org",
            new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(seconds + 0.5)))))));

    [Fact]
    public async Task Says_that_nothing_is_proved_where_that_is_allowed() => await With(async teams => Assert.Contains(
        await Examine(
            CallingTeams.Settings(teams) with { AppPassword = null, AllowAnonymous = true },
            "http://localhost:3978", TimeProvider.System),
        found => found.Well && found.What.StartsWith("Teams:AllowAnonymous", StringComparison.Ordinal)));

    [Fact]
    public async Task Asks_nobody_where_a_client_on_this_machine_is_all()
    {
        var teams = await FakeTeams.Start();
        var settings = CallingTeams.Settings(teams) with
        {
            AppId = "",
            AppPassword = null,
            TenantId = null,
            AllowAnonymous = true,
        };
        await teams.DisposeAsync();

        Assert.Empty(Ill(await Examine(settings, "http://localhost:3978", TimeProvider.System)));
    }

    static async Task With(Func<FakeTeams, Task> test)
    {
        await using var teams = await FakeTeams.Start();
        teams.Roles = All;
        await test(teams);
    }

    static Task<IReadOnlyList<Diagnosis>> Examine(
        FakeTeams teams, string url = "https://bot.example.org", params (string, string)[] settings) => Examine(
            CallingTeams.Settings(teams, [("Teams:TeamId", FakeTeams.FirstGroup), .. settings]), url,
            TimeProvider.System);

    static async Task<IReadOnlyList<Diagnosis>> Examine(TeamsSettings settings, string url, TimeProvider clock)
    {
        using var examiner = new TeamsExaminer(settings, new(url), Tokens.Of(settings, clock), clock);
        return await examiner.Examine(default);
    }

    static string[] Ill(IReadOnlyList<Diagnosis> found) => [.. found.Where(one => !one.Well).Select(one => one.What)];
}
