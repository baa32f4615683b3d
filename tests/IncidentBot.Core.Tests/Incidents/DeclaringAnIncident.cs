using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class DeclaringAnIncident
{
    [Fact]
    public void Needs_only_a_title()
    {
        var declared = Declare(new(" Checkout is down ")).ShouldAccept<Declared>();

        Assert.Equal(("Checkout is down", IncidentStatus.Investigating, null, null),
            (declared.Title, declared.Status, declared.Severity, declared.Priority));
    }

    [Theory]
    [InlineData("", "Say what is broken: `declare checkout is down`.")]
    [InlineData("  ", "Say what is broken: `declare checkout is down`.")]
    public void Needs_a_title(string title, string reason) => Declare(new(title)).ShouldReject(reason, "title");

    [Fact]
    public void Refuses_a_title_that_nobody_would_read_to_its_end()
    {
        Declare(new(new('x', 200))).ShouldAccept();
        Declare(new(new('x', 201))).ShouldReject(
            "The title is longer than 200 characters; shorten it, and put the rest into a note.", "title");
    }

    [Fact]
    public void Twice_changes_nothing() =>
        OpenIncident().Declare(new("Again"), null, null, Org(), From(Ada)).ShouldNotChange("INC-1 is already declared.");

    [Fact]
    public void As_critical_makes_it_urgent() =>
        Assert.Equal(P1, Declare(new("x") { Severity = Sev1 }).ShouldAccept<Declared>().Priority);

    [Fact]
    public void As_critical_but_not_urgent_is_refused() => Declare(new("x") { Severity = Sev1, Priority = P2 }).ShouldReject(
        "SEV1 is critical, and critical is always urgent: its priority is P1. Lower the severity first if it can wait.",
        "priority");

    [Fact]
    public void As_urgent_but_not_critical_is_fine() =>
        Assert.Equal(P1, Declare(new("x") { Severity = Sev3, Priority = P1 }).ShouldAccept<Declared>().Priority);

    [Fact]
    public void Keeps_a_report_in_triage_until_somebody_looked() =>
        Assert.Equal(IncidentStatus.Triage, Declare(new("x") { Triage = true }).ShouldAccept<Declared>().Status);

    [Fact]
    public void Of_a_breach_makes_it_private() =>
        Assert.True(Declare(new("x") { Category = "security" }).ShouldAccept<Declared>().Private);

    [Fact]
    public void Of_a_private_type_makes_it_private() => Assert.True(
        Declare(new("x") { Type = "legal" }, Org() with { Types = [new("legal", "Legal", true, [])] })
            .ShouldAccept<Declared>().Private);

    [Fact]
    public void For_practice_makes_a_private_drill()
    {
        var declared = Declare(new("x") { Practice = true }).ShouldAccept<Declared>();

        Assert.True(declared is { Practice: true, Drill: true, Private: true });
    }

    [Fact]
    public void Makes_its_reporter_a_responder() =>
        Assert.Equal([Ada], BlankIncident().After(Declare(new("x"))).Responders);

    [Fact]
    public void By_the_bot_makes_nobody_a_responder() =>
        Assert.Empty(BlankIncident().Apply(Declaration(by: Person.Bot)).Responders);

    [Fact]
    public void Asks_for_the_fields_required_from_the_start()
    {
        var org = Org(Field("seen", requiredFrom: IncidentStatus.Triage), Field("team", requiredFrom: IncidentStatus.Investigating));

        Declare(new("x"), org).ShouldReject("Field seen is needed to declare; fill it in.", "seen");
        Declare(new("x") { Fields = Answers(("seen", "me")) }, org).ShouldReject("Field team is needed to declare; fill it in.", "team");
        Declare(new("x") { Fields = Answers(("seen", "me")), Triage = true }, org).ShouldAccept();
    }

    [Fact]
    public void Checks_the_answers_and_keeps_them_as_the_organisation_writes_them()
    {
        var org = Org(Field("region", FieldKind.Choice, options: ["EU", "US"]), Field("users", FieldKind.Number));

        Declare(new("x") { Fields = Answers(("region", "Mars")) }, org).ShouldReject("Field region must be one of: EU, US.", "region");
        Declare(new("x") { Fields = Answers(("users", "many")) }, org)
            .ShouldReject("Field users must be a number, such as 42 or 3.5.", "users");
        Declare(new("x") { Fields = Answers(("colour", "red")) }, org)
            .ShouldReject("There is no field “colour”. Leave it out, or add it to the organisation's file.", "colour");
        Assert.Equal("EU", BlankIncident().After(Declare(new("x") { Fields = Answers(("region", " eu ")) }, org)).Fields["region"]);
    }

    [Theory]
    [InlineData(5, null, "It can't have started in the future; check the date.", "started")]
    [InlineData(null, 5, "It can't have been detected in the future; check the date.", "detected")]
    [InlineData(-5, -10, "It can't have been detected before it started; check the times.", "detected")]
    public void Refuses_times_that_can_not_be(int? started, int? detected, string reason, string field) =>
        Declare(new("x") { StartedAt = At(started), DetectedAt = At(detected) }).ShouldReject(reason, field);

    [Theory]
    [InlineData(1, "Ada declared: Checkout is down (seen once before, as INC-7)")]
    [InlineData(3, "Ada declared: Checkout is down (seen 3 times before, last as INC-7)")]
    public void Says_how_often_it_was_there_before(int times, string line) => Assert.Equal(
        line,
        (Declaration() with { Before = new(times, Moment, Moment, "INC-7", null, null, null) }).Describe().ToString());

    [Fact]
    public void Knows_the_same_thing_by_its_key_or_else_by_its_words_and_services()
    {
        var words = new Declaration("Checkout is DOWN!") { Services = ["b", "a"] };

        Assert.Equal(words.Fingerprint, new Declaration("checkout  is down") { Services = ["a", "b"] }.Fingerprint);
        Assert.NotEqual(words.Fingerprint, new Declaration("checkout is down").Fingerprint);
        Assert.Equal(
            new Declaration("one") { DedupKey = "k" }.Fingerprint,
            new Declaration("other") { DedupKey = "k", Services = ["a"] }.Fingerprint);
    }

    static DateTimeOffset? At(int? minutes) => minutes is { } some ? Moment.AddMinutes(some) : null;

    static Dictionary<string, string> Answers(params (string Key, string Value)[] answers) =>
        answers.ToDictionary(one => one.Key, one => one.Value);

    static Decision Declare(Declaration said, Organisation? org = null) =>
        BlankIncident().Declare(said, null, null, org ?? Org(), From(Ada));
}
