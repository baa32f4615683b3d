using IncidentBot.Chat;
using IncidentBot.Teams.Incoming;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Teams;

/// <summary>Keys come and go, and whoever publishes them is away at times.</summary>
public sealed class KnowingTheKeys : IAsyncLifetime, IDisposable
{
    readonly FakeTimeProvider clock = new(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    FakeTeams teams = null!;
    SigningKeys keys = null!;

    int Asked => teams.CallsOf("GET", "openidconfiguration").Count();

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.Start(clock);
        keys = new(new(teams.Url, "/v1/.well-known/openidconfiguration"), clock, NullLogger.Instance);
    }

    public async Task DisposeAsync() => await teams.DisposeAsync();

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task asks_once_for_all_who_need_one_at_the_same_time()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => keys.Named("key-1", default)));

        Assert.All(all, Assert.NotNull);
        Assert.Equal(1, Asked);
    }

    [Fact]
    public async Task asks_again_for_one_it_does_not_know_but_at_most_once_a_minute()
    {
        await keys.Named("key-1", default);
        teams.Published = ["key-1", "key-2"];

        Assert.Null(await keys.Named("key-2", default));
        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull(await keys.Named("key-2", default));
        Assert.Null(await keys.Named("key-3", default));
        Assert.Null(await keys.Named("key-4", default));

        Assert.Equal(2, Asked);
    }

    [Fact]
    public async Task forgets_one_that_was_withdrawn_within_a_day()
    {
        await keys.Named("key-1", default);
        teams.Published = ["key-2"];
        clock.Advance(TimeSpan.FromHours(24.1));

        await keys.Named("key-1", default);     // the last time; it is asked meanwhile
        await Until(async () => await keys.Named("key-2", default) is not null);

        Assert.Null(await keys.Named("key-1", default));
    }

    [Fact]
    public async Task keeps_those_it_knows_while_new_ones_cannot_be_had()
    {
        await keys.Named("key-1", default);
        teams.Faults = _ => new Fault.Status(503);
        clock.Advance(TimeSpan.FromDays(3));

        Assert.NotNull(await keys.Named("key-1", default));
        Assert.Null(await keys.Named("key-2", default));
        Assert.NotNull(await keys.Named("key-1", default));
    }

    [Theory]
    [InlineData(503, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(200, """{ "jwks_uri": "file:///etc/passwd" }""")]
    [InlineData(302, "{}")]
    public async Task knows_nothing_rather_than_guess(int status, string body)
    {
        teams.Faults = call =>
            call.Path.Contains("openid", StringComparison.Ordinal) ? new Fault.Status(status, body) : null;

        await Assert.ThrowsAsync<ChatUnavailableException>(() => keys.Named("key-1", default));

        teams.Faults = _ => null;
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.NotNull(await keys.Named("key-1", default));
    }

    [Fact]
    public async Task a_key_says_for_which_channels_it_may_sign()
    {
        teams.Endorsements = ["msteams", "webchat"];

        Assert.Equal(["msteams", "webchat"], (await keys.Named("key-1", default))!.Endorsements);
    }

    static async Task Until(Func<Task<bool>> met)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await met())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
