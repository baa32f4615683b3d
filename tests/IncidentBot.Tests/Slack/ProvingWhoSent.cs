using System.Text;
using IncidentBot.Slack.Incoming;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Slack;

/// <summary>Slack's signature, by the example of its own documentation.</summary>
public sealed class ProvingWhoSent
{
    const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    const string At = "1531420618";
    const string Good = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
        + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
        + ".803a0bc887a14d10d2c447fce8b6703c";

    readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1531420618));

    [Fact]
    public void works_with_the_example_of_the_documentation() => Assert.True(Fits(At, Good, Body));

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503=x")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50300")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503 ")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("V0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=ä2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void takes_exactly_one_way_of_writing_it(string signature) => Assert.False(Fits(At, signature, Body));

    [Fact]
    public void fails_when_a_byte_of_the_body_is_another_one() =>
        Assert.False(Fits(At, Good, Body.Replace("roadrunner", "roadrunneR", StringComparison.Ordinal)));

    [Theory]
    [InlineData("1531420619")]
    [InlineData("01531420618")]
    [InlineData("+1531420618")]
    [InlineData("1531420618.0")]
    [InlineData(" 1531420618")]
    public void fails_when_the_time_is_written_otherwise(string at) => Assert.False(Fits(at, Good, Body));

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    [InlineData(86_400, false)]
    [InlineData(-86_400, false)]
    public void lasts_five_minutes_either_way(int seconds, bool fits)
    {
        clock.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1531420618 + 86_400));
        var at = $"{1531420618 + 86_400 - seconds}";

        Assert.Equal(fits, Fits(at, new SlackSignature(Secret, clock).Of(at, "x"u8), "x"));
    }

    [Fact]
    public void is_too_old_as_soon_as_five_minutes_are_over()
    {
        clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1));

        Assert.False(Fits(At, Good, Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1531420618")]
    [InlineData("now")]
    [InlineData("1531420618000")]
    [InlineData("999999999999")]
    [InlineData("99999999999999999999999999999999999999")]
    [InlineData("0")]
    [InlineData("١٥٣١٤٢٠٦١٨")]
    public void fails_with_an_absurd_time_even_well_signed(string at) =>
        Assert.False(Fits(at, new SlackSignature(Secret, clock).Of(at, "x"u8), "x"));

    [Fact]
    public void fails_when_it_is_missing_or_there_twice()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var signature = new SlackSignature(Secret, clock);

        Assert.False(signature.Fits(StringValues.Empty, Good, body));
        Assert.False(signature.Fits(At, StringValues.Empty, body));
        Assert.False(signature.Fits(At, new([Good, Good]), body));
        Assert.False(signature.Fits(new([At, At]), Good, body));
    }

    [Fact]
    public void fails_with_another_secret() =>
        Assert.False(new SlackSignature($"{Secret}x", clock).Fits(At, Good, Encoding.UTF8.GetBytes(Body)));

    bool Fits(string at, string signature, string body) =>
        new SlackSignature(Secret, clock).Fits(at, signature, Encoding.UTF8.GetBytes(body));
}
