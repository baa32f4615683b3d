using IncidentBot.Storage;
using IncidentBot.Support;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Tests.Storage;

public class TellingTheTime
{
    readonly FakeTimeProvider wall = new(BotHarness.Start) { AutoAdvanceAmount = TimeSpan.Zero };
    readonly SteadyClock clock;
    TimeSpan running = TimeSpan.FromDays(3);
    TimeSpan sinceBoot = TimeSpan.FromDays(4);

    public TellingTheTime() => clock = new(wall, () => running, () => sinceBoot);

    void Pass(TimeSpan time)
    {
        running += time;
        sinceBoot += time;
    }

    [Fact]
    public void Follows_the_monotonic_clock_whatever_the_wall_clock_does()
    {
        Pass(TimeSpan.FromMinutes(1));
        wall.AdjustTime(BotHarness.Start.AddHours(1));

        Assert.Equal(BotHarness.Start.AddMinutes(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(59), clock.Drift);
    }

    [Fact]
    public void Moves_on_by_as_long_as_the_machine_slept()
    {
        Pass(TimeSpan.FromMinutes(1));
        sinceBoot += TimeSpan.FromHours(8);
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(BotHarness.Start.AddHours(8).AddMinutes(2), clock.GetUtcNow());

        sinceBoot += TimeSpan.FromHours(1);
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(BotHarness.Start.AddHours(9).AddMinutes(3), clock.GetUtcNow());
    }

    [Fact]
    public void Starts_no_earlier_than_what_is_stored()
    {
        clock.StartFrom(BotHarness.Start.AddHours(-1));
        Assert.Equal(BotHarness.Start, clock.GetUtcNow());

        clock.StartFrom(BotHarness.Start.AddHours(2));
        Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(BotHarness.Start.AddHours(2).AddSeconds(1), clock.GetUtcNow());
    }
}
