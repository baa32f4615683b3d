using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Reviews;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Reviews;

public class DraftingAReview
{
    static DateTimeOffset At(double minutes) => Moment.AddMinutes(minutes);

    /// <summary>Unnoticed for ten minutes, acknowledged after two, led after seven, late with an update, reopened once.</summary>
    static readonly IncidentEvent[] Lived =
    [
        Declaration(severity: Sev2, services: ["checkout"]) with { StartedAt = At(-10), DetectedAt = At(0) },
        new Escalated("default", 1, 1, [Ada], false, true, "", Origin.Timer(At(1))),
        new Acknowledged(From(Ada, At(2))),
        new SeverityChanged(Sev2, Sev1, "", From(Ada, At(3))),
        new RoleAssigned(Role.IncidentManager, "Incident manager", Grace, true, From(Grace, At(7))),
        new Noted(1, "Ada saw the graph", At(8), true, From(Ada, At(8))),
        new Noted(2, "internal thing", At(9), false, From(Ada, At(9))),
        new Reminded(TimerKind.UpdateDue, 1, Origin.Timer(At(23))),
        new UpdatePosted("We are on it", null, From(Grace, At(25))),
        new Resolved(new("Rolled back", "Roll back again", "software", "a bad deploy", "- test it\n- alert on it"), From(Ada, At(30))),
        new Reopened("it is back", From(Ada, At(32))),
        new Resolved(new("Rolled back for good", "Roll back again", "software", "a bad deploy", "- test it\n- alert on it"), From(Ada, At(50))),
        new WhyAnswered("1", "no test", From(Ada, At(51))),
        new RootCauseMarked("1", "no test", true, From(Ada, At(51))),
    ];

    static readonly Incident Over = BlankIncident().Apply(Lived);

    static IReadOnlyList<Recorded> History(IEnumerable<IncidentEvent> facts) => [.. facts.Select((fact, at) => new Recorded(at + 1, fact))];

    static string Text(string key, Incident? incident = null, CauseCount? causes = null) => Drafting
        .Of(incident ?? Over, History(Lived), Org(), causes).Single(section => section.Key == key).Text;

    [Fact]
    public void Says_what_went_well_and_badly_as_far_as_the_facts_say_so()
    {
        Assert.Equal(
            ["- It was acknowledged 2 min after it was detected", "- The first call was answered"], Text("well").Split('\n'));
        Assert.Equal(
            [
                "- It went unnoticed for 10 min",
                "- Nobody led for 7 min",
                "- An update was late once",
                "- It was taken for SEV2 at first; it was SEV1",
                "- It was reopened once",
            ],
            Text("badly").Split('\n'));
        Assert.Equal("- A person happened to see it; no alert would have told us", Text("lucky"));
    }

    [Fact]
    public void Says_who_found_it_whom_it_hit_why_and_what_ended_it()
    {
        Assert.Equal("It was found by a human, Ada; no alert existed. It had been going on for 10 min by then.", Text("detection"));
        Assert.Contains("- Services: Checkout", Text("impact"));
        Assert.Contains("- It hit people for 1 h", Text("impact"));
        Assert.Equal(["- Cause: a bad deploy", "- Category: Software bug", "- Root cause: no test"], Text("factors").Split('\n'));
        Assert.Equal("What fixed it: Rolled back for good\n\nHow to resolve it next time: Roll back again", Text("resolution"));
        Assert.Equal("- test it\n- alert on it", Text("actions"));
        Assert.Contains("from 02:54 to 03:54 UTC, Checkout did not work as it should", Text("message"));
        Assert.Equal("It was found by Datadog.", Text("detection", Over with { Source = "Datadog", Times = Over.Times with { StartedAt = At(0) } }));
    }

    [Fact]
    public void Says_who_worked_on_what_and_what_came_of_it()
    {
        IncidentEvent[] facts =
        [
            .. Lived.Take(9), new WorkstreamOpened(1, "Database failover", Alan, null, From(Ada, At(26))),
            new WorkstreamOpened(2, "Talk to the bank", null, null, From(Ada, At(26))), new WorkstreamReported(2, "Talk to the bank", "Alan calls back", false, From(Ada, At(27))),
            new WorkstreamDone(1, "Database failover", "all moved", From(Alan, At(28))), .. Lived.Skip(9),
        ];
        var over = BlankIncident().Apply(facts);
        ChatText[] Points(bool blameless) => [.. Block<ReviewBlock.Points>(
            ReviewSheet.For(over, History(facts), "INC-1", Org(), blameless: blameless), "resolution").Items];

        Assert.Equal(
            ["Database failover (Alan, done): all moved", "Talk to the bank (nobody led it, left open): Alan calls back"], Points(false).Select(PlainText.Of));
        Assert.Equal(
            ["Database failover (a responder, done): all moved", "Talk to the bank (nobody led it, left open): a responder calls back"], Points(true).Select(PlainText.Of));
    }

    [Fact]
    public void Counts_how_often_the_cause_was_there_before() => Assert.Equal(
        [
            "- The same thing was not there before",
            "- 4 other incidents of the last year had the same cause (software bug): INC-9, INC-7, INC-3, …",
        ],
        Text("recurrences", causes: new("software", 4, ["INC-9", "INC-7", "INC-3"])).Split('\n'));

    [Fact]
    public void Shows_the_formula_beside_every_figure_and_only_what_is_public_of_the_timeline()
    {
        var sheet = ReviewSheet.For(Over, History(Lived), "INC-1", Org());
        var figures = Block<ReviewBlock.Figures>(sheet, "times").Rows;
        Assert.Equal(
            ("10 min", "detected − started", "2 min", "50 min", "resolved − detected"),
            (Value("Time to detect"), Formula("Time to detect"), Value("Time to acknowledge"), Value("Time to resolve"), Formula("Time to resolve")));

        var story = Block<ReviewBlock.Story>(sheet, "timeline");
        Assert.Contains(story.Lines, line => line.Text.ToString().Contains("Ada saw the graph"));
        Assert.DoesNotContain(story.Lines, line => line.Text.ToString().Contains("internal thing"));
        Assert.Equal(0, story.More);
        Assert.Equal("no test", Assert.Single(Block<ReviewBlock.Whys>(sheet, "factors").Sheet.Branches).Text);

        string Value(string label) => figures.Single(row => row.Label == label).Value.ToString();
        string Formula(string label) => figures.Single(row => row.Label == label).Formula;
    }

    [Fact]
    public void Leaves_out_the_middle_of_a_long_timeline_and_says_how_much()
    {
        IncidentEvent[] facts = [.. Lived, .. Enumerable.Range(1, 1000).Select(i => new UpdatePosted($"news {i}", null, From(Ada, At(60 + i))))];
        var story = Block<ReviewBlock.Story>(ReviewSheet.For(BlankIncident().Apply(facts), History(facts), "INC-1", Org()), "timeline");

        Assert.Equal((100, 907), (story.Lines.Count, story.More));
        Assert.Contains("| … | *907 more* |", MarkdownReview.Draw(ReviewSheet.For(BlankIncident().Apply(facts), History(facts), "INC-1", Org())));
    }

    [Fact]
    public void Is_short_and_clear_where_there_is_nothing_to_say()
    {
        IncidentEvent[] facts = [Declaration(severity: Sev1) with { Source = "api" }, new Resolved(new("", "", null, "", ""), Origin.Timer(At(1)))];
        var sheet = ReviewSheet.For(BlankIncident().Apply(facts), History(facts), "INC-1", Org());

        Assert.Equal("", sheet.Sections.Single(section => section.Key == "resolution").Text);
        Assert.Contains("*To be filled in\\: What ended it, and how is it resolved next time?*", MarkdownReview.Draw(sheet));
        Assert.Contains("- Nobody acknowledged it", sheet.Sections.Single(section => section.Key == "badly").Text);
        Assert.NotEmpty(ReviewSheet.For(BlankIncident(), [], "INC-1", Org()).Sections);
    }

    [Fact]
    public void Follows_the_template_of_the_type_and_severity()
    {
        var org = Org() with
        {
            Reviewing = new(false,
            [
                new("legal", ["legal"], [], [new("summary", "In short", ""), new("lawyers", "For the lawyers", "Whom do we owe a notice?")]),
                new("small", [], ["SEV4"], [new("summary", "In a sentence", "")]),
            ]),
        };
        Assert.Equal(["In short", "For the lawyers"], Headings(Over with { Type = "legal" }));
        Assert.Equal(["In a sentence"], Headings(Over with { Severity = Sev4 }));
        Assert.Equal("Summary", Headings(Over)[0]);

        string[] Headings(Incident incident) => [.. Drafting.Of(incident, History(Lived), org, null).Select(section => section.Heading)];
    }

    [Fact]
    public void Puts_roles_in_the_place_of_names_everywhere()
    {
        var written = Over.Apply([
            new ReviewOpened(Grace, At(999), Origin.Timer(At(50))),
            new ReviewDrafted([new("summary", "Summary", "Ada told @grace, and Adam looked on")], Origin.Timer(At(50))),
            new ReviewCommented(1, null, "Thanks, Ada", From(Grace, At(60)))]);
        var sheet = ReviewSheet.For(written, History(Lived), "INC-1", Org(), blameless: true);

        Assert.Equal("whoever reported it told the incident manager, and Adam looked on", sheet.Sections[0].Text);
        Assert.Equal("the incident manager", sheet.Owner.ToString());
        Assert.Equal(("the incident manager", "Thanks, whoever reported it"), (sheet.Comments[0].By.ToString(), sheet.Comments[0].Text));
        Assert.DoesNotMatch(@"\bAda\b|Grace", MarkdownReview.Draw(ReviewSheet.For(Over, History(Lived), "INC-1", Org(), blameless: true)));
        Assert.Contains("Ada", MarkdownReview.Draw(ReviewSheet.For(Over, History(Lived), "INC-1", Org())));
    }

    [Theory]
    [InlineData("Ada should have checked", "should have checked")]
    [InlineData("He shouldn't have", "shouldn't have")]
    [InlineData("they failed to notice", "failed to notice")]
    [InlineData("It was Ada's fault.", "Ada's fault")]
    [InlineData("a careless change, and human error", "careless|human error")]
    [InlineData("It was obviously broken", "obviously")]
    [InlineData("The default is to fail, and what should be is not", "")]
    [InlineData("The disk failed. The cause was a default.", "")]
    public void Marks_what_sounds_like_blame(string text, string phrases) =>
        Assert.Equal(phrases, string.Join('|', Blame.Check(text).Select(mark => mark.Phrase)));

    [Fact]
    public void Takes_markup_for_words_and_addresses_for_links()
    {
        var blocks = Paragraphs.Read("First line\nsecond <b>line</b>\n\n- a point with https://example.org/x?y=1.\n* another\n\njavascript:alert(1)");
        Assert.Equal(3, blocks.Count);
        Assert.Equal("First line second <b>line</b>", Assert.IsType<ReviewBlock.Paragraph>(blocks[0]).Text.ToString());
        var link = Assert.IsType<ReviewBlock.Points>(blocks[1]).Items[0].Parts.OfType<ChatText.Link>().Single();
        Assert.Equal("https://example.org/x?y=1", link.Address.ToString());
        Assert.Empty(Assert.IsType<ReviewBlock.Paragraph>(blocks[2]).Text.Parts.OfType<ChatText.Link>());
    }

    static T Block<T>(ReviewSheet sheet, string section)
        where T : ReviewBlock => sheet.Sections.Single(one => one.Key == section).Blocks.OfType<T>().Single();
}
