using IncidentBot.Cards;
using IncidentBot.Chat;
using IncidentBot.Drawing;
using IncidentBot.Incidents;
using IncidentBot.Jobs;
using IncidentBot.Reviews;
using IncidentBot.Support;
using Microsoft.Extensions.Logging.Abstractions;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Tests;

/// <summary>The example in docs/examples: an incident as people live it, and the review the bot makes of it.</summary>
/// <remarks>With REDRAW=true in the environment the files are written anew.</remarks>
public class ShowingAReview
{
    const string Folder = "docs/examples";

    [Fact]
    public async Task It_reads_as_the_file_says()
    {
        var sheet = await Live();
        var drawn = MarkdownReview.Draw(sheet);
        if (Environment.GetEnvironmentVariable("REDRAW") == "true")
        {
            await File.WriteAllTextAsync(Repository.PathOf($"{Folder}/review.md"), drawn);
            await File.WriteAllBytesAsync(Repository.PathOf($"{Folder}/review.pdf"), new ReviewFiles().Pdf(sheet));
        }
        Assert.Equal(await File.ReadAllTextAsync(Repository.PathOf($"{Folder}/review.md")), drawn);
    }

    static async Task<ReviewSheet> Live()
    {
        var bot = await BotHarness.On("sqlite");
        async Task Later(int minutes, Person who, string line)
        {
            await bot.Wait(TimeSpan.FromMinutes(minutes));
            await bot.Says(who, line, "inc");
        }

        await bot.Says(Ada, "declare sev1 orders can't be paid", "inc");
        await Later(3, Grace, "ack INC-1");
        await Later(1, Grace, "lead INC-1");
        await Later(0, Grace, "category INC-1 software");
        await Later(0, Grace, "summary INC-1 Customers could not pay with a card; their baskets were kept.");
        await Later(4, Ada, "note INC-1 the payment service answers with 503");
        await Later(2, Grace, "update INC-1 Paying with a card fails. We are looking for the cause; more in 20 minutes. next 20m");
        await Later(5, Ada, "note INC-1 the connection pool is used up: 50 of 50");
        await Later(9, Ada, "note INC-1 release 2.41 went out an hour before; it opens a second connection for each order");
        await Later(2, Grace, "update INC-1 We know why and take the last release back; more in 30 minutes. next 30m");
        await Later(12, Ada, "mitigated INC-1");
        foreach (var line in new[]
        {
            "why the pool of connections was empty", "why each order opened two connections under 1",
            "why the new receipt writer does not share the transaction under 1.1",
            "why no test runs more than ten orders at once under 1.1", "why nobody was alerted before customers called under problem",
            "why the alert watches errors, and a full pool makes time-outs under 2", "why root 1.1.1", "why root 2.1",
            "fishbone technology: the pool has 50 connections and waits 30 seconds", "fishbone process: releases go out without a load test",
            "fishbone people: on call did not know the receipt writer", "fishbone measurement: time-outs are not counted as errors",
            "fishbone third party: the card provider retries at once",
        })
            await Later(0, Ada, $"pir INC-1 {line}");
        await Later(1, Ada, "followup INC-1 add Share the transaction in the receipt writer");
        await Later(0, Ada, "followup INC-1 add Alert when fewer than 5 connections are free");
        await Later(20, Grace, "resolve INC-1 took release 2.41 back");
        await Later(1, Ada, "howto INC-1 Take the last release back; watch the pool until more than 20 connections are free.");
        await Later(0, Grace, "pir INC-1 draft");
        await new ReviewDrafts(bot.Incidents, bot.Organisation, bot.Clock, NullLogger<ReviewDrafts>.Instance).Draft(default);
        await Later(1, Grace, "pir INC-1 edit badly - Customers told us first\n- Finding the release took 20 minutes: nothing shows what changed");
        await Later(0, Ada, "pir INC-1 edit lucky Somebody who knew the release was still awake.");
        await Later(1, Grace, "pir INC-1 publish");

        var incident = await bot.Incident();
        return ReviewSheet.For(
            incident, await bot.Incidents.History(incident.Id, default), PlainText.Of(incident.Heading()), bot.Org,
            await bot.Incidents.Causes(incident, default), blameless: true);
    }
}
