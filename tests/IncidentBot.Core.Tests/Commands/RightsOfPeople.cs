using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Support;

namespace IncidentBot.Tests.Commands;

/// <summary>Only the incident manager and the duty managers (Mary) may resolve, close and publish.</summary>
public class RightsOfPeople
{
    static readonly Holders Few = new(false, [Role.IncidentManager], ["duty"]);

    readonly Conversation talk = new(Some.Org() with
    {
        Rights = new Dictionary<Right, Holders>
        {
            [Right.Resolve] = Few,
            [Right.Close] = Few,
            [Right.Publish] = Few,
            [Right.SeePrivate] = Few,
            [Right.Administer] = Few,
        },
    });

    [Theory]
    [InlineData("resolve INC-1 rolled back")]
    [InlineData("resolve INC-1")]
    [InlineData("cancel INC-1 mistake")]
    [InlineData("decline INC-1 mistake")]
    [InlineData("close INC-1")]
    [InlineData("update INC-1 all good")]
    [InlineData("status INC-1 resolved")]
    public async Task Are_asked_for_and_the_answer_says_who_has_them(string line)
    {
        await talk.Ask("declare checkout is down");
        var card = await talk.Refused(line, Some.Grace);
        Assert.Contains("the incident manager or the group Duty managers", card.ToText());
        Assert.True(talk.Incidents.Only.IsOpen);
    }

    [Fact]
    public async Task Come_with_a_role()
    {
        await talk.Ask("declare checkout is down");
        await talk.Ask("lead INC-1", Some.Grace);
        await talk.Ask("resolve INC-1 rolled back", Some.Grace);
        Assert.Equal(IncidentStatus.Resolved, talk.Incidents.Only.Status);
    }

    [Fact]
    public async Task Come_with_a_group()
    {
        await talk.Ask("declare --private checkout is down");
        await talk.Ask("resolve INC-1 rolled back", Some.Mary);
        Assert.Equal(IncidentStatus.Resolved, talk.Incidents.Only.Status);
    }

    [Fact]
    public async Task Are_needed_for_the_settings_too()
    {
        Assert.Contains("`settings` is only for the incident manager", (await talk.Refused("settings", Some.Grace)).ToText());
        Assert.Contains("What is in force", (await talk.Ask("settings", Some.Mary)).ToText());
    }

    [Fact]
    public async Task Are_not_needed_to_acknowledge_note_and_escalate()
    {
        await talk.Ask("declare checkout is down");
        await talk.Ask("ack INC-1", Some.Grace);
        await talk.Ask("note INC-1 looking", Some.Grace);
        await talk.Ask("escalate INC-1 @alan", Some.Grace);
    }
}
