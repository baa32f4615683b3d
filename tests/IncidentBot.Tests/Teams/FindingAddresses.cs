namespace IncidentBot.Teams;

public sealed class FindingAddresses : IAsyncLifetime
{
    TeamsHouse house = null!;

    public async Task InitializeAsync() => house = await TeamsHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task In_the_directory_where_the_bot_may_look_there()
    {
        var ada = house.Person("ada");
        Assert.Equal("ada@example.com", await house.Addresses.MailOf(ada, default));
        Assert.Null(await house.Addresses.MailOf(new("slack:U1", "Lin"), default));
        Assert.Null(await house.Addresses.MailOf(new("teams:99999999-0000-0000-0000-000000000000", "Nobody"), default));

        house.Forbid("GET", ada.Id.Split(':')[1]);
        Assert.Null(await house.Addresses.MailOf(ada, default));
    }
}
