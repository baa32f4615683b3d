using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

/// <summary>Asked on Wednesday 2030-01-02 at 03:04:05 UTC.</summary>
public class ReadingTimes
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("30m", 30)]
    [InlineData("90m", 90)]
    [InlineData("2h", 120)]
    [InlineData("1d", 1440)]
    [InlineData("1w", 10080)]
    [InlineData("1h30m", 90)]
    [InlineData("1h 30m", 90)]
    [InlineData("45 min", 45)]
    [InlineData("2 hours", 120)]
    [InlineData("2H", 120)]
    public void Understands_a_span(string written, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Moments.Span(written));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("30")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("999999m")]
    public void Takes_nothing_else_for_a_span(string written) => Assert.Null(Moments.Span(written));

    [Theory]
    [InlineData("disk full at 02:30", "disk full", "2030-01-02T02:30:00Z")]
    [InlineData("disk full at 14:05", "disk full", "2030-01-01T14:05:00Z")]
    [InlineData("at 02:30 disk full", "disk full", "2030-01-02T02:30:00Z")]
    [InlineData("disk full at 2029-12-31 14:05", "disk full", "2029-12-31T14:05:00Z")]
    [InlineData("disk full at yesterday 23:00", "disk full", "2030-01-01T23:00:00Z")]
    [InlineData("disk full", "disk full", null)]
    [InlineData("looked at 14 hosts", "looked at 14 hosts", null)]
    [InlineData("looked at 14:05 again and again", "looked at 14:05 again and again", null)]
    [InlineData("disk full at 99:99", "disk full at 99:99", null)]
    public void Takes_the_time_off_a_text(string typed, string text, string? at)
    {
        var (left, when) = Moments.TakeAt(typed, Call(TimeZoneInfo.Utc));
        Assert.Equal(text, left);
        Assert.Equal(at is null ? null : DateTimeOffset.Parse(at), when);
    }

    [Fact]
    public void Means_the_clock_of_whoever_writes()
    {
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 2, 30, 0, TimeSpan.Zero), Moments.Past("03:30", Call(Berlin)));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 3, 10, 0, TimeSpan.Zero), Moments.Past("04:10", Call(Berlin)));
    }

    [Fact]
    public void Means_tomorrow_when_a_coming_time_is_over_today()
    {
        Assert.Equal(new DateTimeOffset(2030, 1, 3, 2, 0, 0, TimeSpan.Zero), Moments.Future("02:00", Call(TimeZoneInfo.Utc)));
        Assert.Equal(new DateTimeOffset(2030, 1, 2, 9, 0, 0, TimeSpan.Zero), Moments.Future("9:00", Call(TimeZoneInfo.Utc)));
    }

    [Fact]
    public void Survives_the_hour_that_spring_skips()
    {
        var call = Call(Berlin) with { At = new(2030, 3, 31, 12, 0, 0, TimeSpan.Zero) };
        Assert.Equal(new DateTimeOffset(2030, 3, 31, 1, 30, 0, TimeSpan.Zero), Moments.Past("02:30", call));
    }

    [Theory]
    [InlineData("still looking next 30m", "still looking", 30)]
    [InlineData("still looking next in 2h", "still looking", 120)]
    [InlineData("next 1h30m", "", 90)]
    public void Takes_the_promise_off_an_update(string typed, string text, int minutes) =>
        Assert.Equal((text, TimeSpan.FromMinutes(minutes)), Moments.TakeNext(typed));

    [Theory]
    [InlineData("we try the next thing")]
    [InlineData("the next 3 hosts")]
    [InlineData("what is next")]
    public void Leaves_other_uses_of_next_alone(string typed) => Assert.Equal((typed, null), Moments.TakeNext(typed));

    static Invocation Call(TimeZoneInfo zone) => new("once", "", Some.Ada, Some.Hallway, Some.Moment) { Zone = zone };
}
