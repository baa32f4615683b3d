using System.Text.Json;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace IncidentBot.Slack;

/// <summary>Who somebody in Slack is to the bot, and where in Slack somebody is.</summary>
public sealed class KnowingPeople : IAsyncLifetime
{
    static readonly Organisation Org = Some.Org() with
    {
        People =
        [
            new(Some.Ada, [new("slack", "U1")], null, "Asia/Tokyo"),
            new(Some.Grace, [], "grace@example.org", null),
            new(Some.Mary, [], "mary@example.org", null),
        ],
    };

    SlackBot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await SlackBot.Start(services => services.AddSingleton(Organisation));
        bot.Slack.AddUser("U1", "ada in Slack");
        bot.Slack.AddUser("U2", "grace").Email = "GRACE@example.org";
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    Colleagues Colleagues => bot.Web.Services.GetRequiredService<Colleagues>();

    static ICurrentOrganisation Organisation(IServiceProvider provider) => new AcquaintedOrganisation(
        Mock.Of<ICurrentOrganisation>(org => org.Now == Org), provider.GetRequiredService<Acquaintances>());

    Task<Colleague> Of(string id) => Colleagues.Of(id, default);

    [Fact]
    public async Task takes_the_organisations_word_for_whose_account_it_is_and_where_they_live()
    {
        var ada = await Of("U1");

        Assert.Equal((Some.Ada, "Ada", "Asia/Tokyo", Standing.Member), (ada.Person, ada.Person.Name, ada.Zone.Id, ada.Standing));
    }

    [Fact]
    public async Task knows_the_mail_addresses_of_those_who_belong_here()
    {
        bot.Slack.AddUser("U7", "Lin").Email = "lin@example.org";
        var book = bot.Web.Services.GetRequiredService<IAddressBook>();
        await bot.Until(() => bot.Web.Services.GetRequiredService<Incoming.Workspace>().Known is not null);

        // What is not known now is no address that isn't there: whoever asks comes again.
        bot.Slack.Faults = _ => Fault.Broken;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => book.MailOf(new("slack:U7", "Lin"), default));
        bot.Slack.Faults = _ => null;
        Assert.Equal("lin@example.org", await book.MailOf(new("slack:U7", "Lin"), default));
        Assert.Null(await book.MailOf(Some.Ada, default));
        Assert.Null(await book.MailOf(new("room:lin", "Lin"), default));
    }

    [Fact]
    public async Task calls_those_whom_no_file_names_as_Slack_does()
    {
        bot.Slack.AddUser("U7", "Lin");

        var lin = await Of("U7");

        Assert.Equal(("slack:U7", "Lin", "Europe/Rome"), (lin.Person.Id, lin.Person.Name, lin.Zone.Id));
    }

    [Fact]
    public async Task finds_both_ways_by_mail()
    {
        Assert.Equal(Some.Grace, (await Of("U2")).Person);
        Assert.Equal("U2", await Colleagues.IdOf(Some.Grace, default));
        Assert.Empty(bot.Slack.CallsOf("users.lookupByEmail"));
    }

    [Fact]
    public async Task asks_Slack_for_an_address_once()
    {
        bot.Slack.AddUser("U3", "mary").Email = "mary@example.org";

        Assert.Equal("U3", await Colleagues.IdOf(Some.Mary, default));
        Assert.Equal("U3", await Colleagues.IdOf(Some.Mary, default));

        Assert.Single(bot.Slack.CallsOf("users.lookupByEmail"));
        Assert.Equal(Some.Mary, (await Of("U3")).Person);
    }

    [Fact]
    public async Task remembers_who_is_not_there_until_somebody_comes()
    {
        Assert.Null(await Colleagues.IdOf(Some.Mary, default));
        Assert.Null(await Colleagues.IdOf(Some.Mary, default));
        Assert.Single(bot.Slack.CallsOf("users.lookupByEmail"));

        bot.Slack.AddUser("U3", "mary").Email = "mary@example.org";
        Colleagues.Learn(JsonSerializer.SerializeToElement(new { id = "U3", name = "mary" }));

        Assert.Equal("U3", await Colleagues.IdOf(Some.Mary, default));
    }

    [Fact]
    public async Task passes_on_that_Slack_cannot_be_asked()
    {
        await Of("U1");
        bot.Slack.Faults = _ => Fault.Broken;

        await Assert.ThrowsAsync<ChatUnavailableException>(() => Colleagues.IdOf(Some.Mary, default));
    }

    [Fact]
    public async Task tells_apart_who_may_use_the_bot()
    {
        bot.Slack.AddUser("U4", "guest").Guest = true;
        bot.Slack.AddUser("U5", "stranger").Stranger = true;
        bot.Slack.AddUser("U6", "gone").Deleted = true;
        bot.Slack.AddUser("U7", "robot").Bot = true;

        Standing[] standings = [(await Of("U4")).Standing, (await Of("U5")).Standing, (await Of("U6")).Standing, (await Of("U7")).Standing];

        Assert.Equal([Standing.Guest, Standing.Stranger, Standing.Deactivated, Standing.Bot], standings);
    }

    [Fact]
    public async Task believes_no_other_organisation_whose_address_it_is()
    {
        var stranger = bot.Slack.AddUser("U5", "not grace");
        (stranger.Stranger, stranger.Email) = (true, "mary@example.org");

        Assert.Equal("slack:U5", (await Of("U5")).Person.Id);
        Assert.Null(await Colleagues.IdOf(Some.Mary, default));
    }

    [Fact]
    public async Task asks_once_and_believes_what_it_is_told_afterwards()
    {
        bot.Slack.AddUser("U8", "before");
        Assert.Equal("before", (await Of("U8")).Person.Name);
        Assert.Equal("before", (await Of("U8")).Person.Name);
        var asked = bot.Slack.CallsOf("users.info").Count(call => call["user"] == "U8");

        Colleagues.Learn(JsonSerializer.SerializeToElement(new { id = "U8", name = "after", tz = "Asia/Tokyo", deleted = true }));

        var after = await Of("U8");
        Assert.Equal((1, "after", "Asia/Tokyo", Standing.Deactivated), (asked, after.Person.Name, after.Zone.Id, after.Standing));
    }

    [Fact]
    public async Task makes_do_with_what_the_request_says_while_Slack_does_not()
    {
        bot.Slack.AddUser("U9", "Lin");
        await Of("U1");
        bot.Slack.Faults = _ => Fault.Broken;

        Assert.Equal("lin", (await Colleagues.Of(new Sender("U9", "lin", null), default)).Person.Name);
        Assert.Equal(Standing.Stranger, (await Colleagues.Of(new Sender("U9", "lin", "T0OTHER"), default)).Standing);

        bot.Slack.Faults = _ => null;
        Assert.Equal("Lin", (await Of("U9")).Person.Name);
    }
}
