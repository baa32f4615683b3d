using IncidentBot.Chat;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Chat;

public class DrawingPlainText
{
    [Fact]
    public void Writes_every_part_in_letters() => Assert.Equal(
        "Ada in #inc-1-checkout-is-down at 2030-01-02 03:04 UTC, here (https://example.org/), `help`",
        PlainText.Of($"{Ada} in {OwnRoom} at {Moment}, {new ChatText.Link("here", new("https://example.org/"))}, {new ChatText.Code("help")}"));

    [Fact]
    public void Says_a_moment_of_any_zone_in_UTC() =>
        Assert.Equal("2030-01-02 03:04 UTC", PlainText.Of($"{Moment.ToOffset(TimeSpan.FromHours(9))}"));

    [Fact]
    public void Puts_a_card_into_lines() => Assert.Equal(
        """
        INC-1 · SEV1
        Checkout is down
          Lead: Ada
          Customers can't pay
          [Acknowledge] ack INC-1
          Press it.
        """,
        PlainText.Draw(new($"Checkout is down")
        {
            Header = $"INC-1 · SEV1",
            Fields = [new("Lead", $"{Ada}")],
            Lines = [$"Customers can't pay"],
            Buttons = [new("Acknowledge", "ack INC-1")],
            Hint = $"Press it.",
        }));
}
