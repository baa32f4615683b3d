using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Teams;

/// <summary>
/// Many incidents at once in threads of one channel, which share what Teams takes there: all of it is shown.
/// </summary>
public sealed class BeingLimited : IAsyncLifetime
{
    const int Incidents = 8;
    const int MostLooks = 600;

    TeamsHouse house = null!;
    BotHarness bot = null!;

    public async Task InitializeAsync()
    {
        house = await TeamsHouse.Start(("Teams:TeamId", FakeTeams.FirstTeam));
        house.Teams.Faults = call =>
            call.Path.StartsWith("/graph/", StringComparison.Ordinal) ? new Fault.Status(403) : null;
        bot = await BotHarness.With(house.Platform, house.Clock);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_burst_within_the_limits_of_Teams_is_all_shown()
    {
        await Burst();

        Assert.All(All, number => Assert.Equal(1, Times(News(number))));
    }

    [Fact]
    public async Task Where_Teams_takes_less_than_it_says_it_is_asked_again_and_all_is_shown()
    {
        house.Teams.InAConversation = [(2, 1), (3, 2), (20, 30)];

        await Burst();

        Assert.InRange(house.Teams.Refused, 1, int.MaxValue);
        Assert.All(All, number => Assert.Equal(1, Times(News(number))));
    }

    static IEnumerable<int> All => Enumerable.Range(1, Incidents);

    static string News(int number) => $"Update by Ada: news of number {number}";

    async Task Burst()
    {
        for (var number = 1; number <= Incidents; number++)
            await bot.Ask(Ada, $"declare sev1 outage number {number}");
        await Until(() => All.All(number => Cards(number).Count() == 2));
        for (var number = 1; number <= Incidents; number++)
        {
            await bot.Ask(Ada, $"update INC-{number} news of number {number}");
            await bot.Ask(Ada, $"severity INC-{number} sev2");
        }
        await Until(() => All.All(number =>
            Times(News(number)) > 0 && Cards(number).All(card => card.Says($"INC-{number} · SEV2"))));
    }

    /// <summary>Where it is announced, and in its thread: what bears the button of a live card.</summary>
    IEnumerable<FakePost> Cards(int number) =>
        house.Teams.Posts.Where(post => post.Says($"\"menu INC-{number}\""));

    int Times(string words) => house.Teams.Posts.Count(post => post.Says(words));

    /// <summary>Time goes on whenever nothing else does, also while the bot waits for its turn.</summary>
    async Task Until(Func<bool> shown)
    {
        for (var look = 0; !shown(); look++)
        {
            Assert.True(look < MostLooks, $"It didn't come to that; {house.Teams.Refused} calls were refused.");
            var due = bot.RunDue();
            do
            {
                await house.Teams.Called();
                house.Clock.Advance(TimeSpan.FromMilliseconds(100));
            }
            while (!due.IsCompleted);
            await due;
        }
    }
}
