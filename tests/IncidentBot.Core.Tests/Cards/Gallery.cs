using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Metrics;
using IncidentBot.Reviews;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Cards;

/// <summary>Every card of ours, in every state of an incident it can be drawn in.</summary>
static class Gallery
{
    static readonly SpokenCards Spoken = new();

    public const string NoIncident = "no incident";

    public static IEnumerable<(string Name, Card Card)> In(string state) =>
        state == NoIncident ? Others() : Of(state, States().Single(one => one.Name == state).Incident);

    public static IEnumerable<(string Name, Incident Incident)> States() =>
    [
        .. Enum.GetValues<IncidentStatus>().Where(status => status != IncidentStatus.Undeclared)
            .Select(status => ($"{status}", IncidentIn(status))),
        ("acknowledged", AcknowledgedIncident(Sev1)),
        ("led", OpenIncident(severity: Sev1, priority: P1, lead: Grace, room: OwnRoom, services: ["checkout", "ledger"])),
        ("practice", OpenIncident(practice: true, drill: true, @private: true)),
        ("resolved in a room", ResolvedIncident(Sev2, OwnRoom)),
        ("closed in a room", ClosedIncident(Sev2, OwnRoom)),
        ("offered", OpenIncident(lead: Ada).Apply(new HandOffOffered(Role.IncidentManager, "Incident manager", Grace, From(Ada)))),
        ("full", Full()),
    ];

    static IEnumerable<(string, Card)> Of(string state, Incident incident)
    {
        var org = Org();
        var now = Moment.AddMinutes(42);
        yield return ($"incident, {state}", IncidentCard.For(incident, org, now));
        yield return ($"control panel, {state}", ControlPanel.For(incident, org));
        yield return ($"page, {state}", PageCard.For(incident, "nobody acknowledged", org, now));
        yield return ($"welcome, {state}", WelcomeCard.For(incident, org, now));
        yield return ($"catch-up, {state}", CatchUpCard.For(incident, [], org, now));
        yield return ($"executive, {state}", ExecutiveCard.For(incident, org, now));
        yield return ($"closure, {state}", ClosureCard.For(incident, org));
        yield return ($"checklist, {state}", ChecklistCard.For(incident, org));
        yield return ($"responders, {state}", PeopleCards.Responders(incident, org));
        yield return ($"similar, {state}", SimilarCard.For(incident, [Row(2), Row(3)], Around, org));
        if (SimilarCard.FirstLook(incident, [], Around, org) is { } look)
            yield return ($"first look, {state}", look);
        yield return ($"blast, {state}", BlastCard.For(incident, org));
        yield return ($"hypotheses, {state}", HypothesesCard.For(incident, org));
        if (DueTasksCard.For(incident, Ada, now) is { } due)
            yield return ($"due tasks, {state}", due);
        yield return ($"workstreams, {state}", WorkstreamsCard.For(incident, org, now));
        if (CheckInCards.Ask(incident, Ada, org, now) is { } asked)
            yield return ($"check-in, {state}", asked);
        if (CheckInCards.Missed(incident) is { } missed)
            yield return ($"missed check-in, {state}", missed);
        yield return ($"checklists, {state}", ChecklistsCard.For(incident, WithRunbook(org)));
        if (incident.Checklists is [_, var whole, ..])
            yield return ($"checklist alone, {state}", ChecklistsCard.One(incident, whole, 1, org));
        yield return ($"checklist ticked, {state}", ChecklistsCard.After(incident, [new StepTicked(1, 1, "Rotate the keys", From(Ada))], org));
        yield return ($"runbook, {state}", RunbookCard.For([.. WithRunbook(org).Services], incident, WithRunbook(org)));
        yield return ($"timeline, {state}", TimelineCard.For(incident, Many(incident), 2, org));
        yield return ($"whys, {state}", WhyCard.For(incident, org));
        yield return ($"fishbone, {state}", FishboneCard.For(incident, org));
        yield return ($"fault tree, {state}", FaultTreeCard.For(incident, org));
        yield return ($"drill, {state}", DrillCard.For(Drilled(incident), org));
        yield return ($"tasks, {state}", TasksCard.For(incident, org, now));
        var reviewed = Reviewed(incident);
        yield return ($"review, {state}", ReviewCard.For(reviewed, org));
        yield return ($"review whole, {state}", ReviewCard.Whole(reviewed, org));
        yield return ($"review parts, {state}", ReviewCard.Choose(reviewed));
        yield return ($"review export, {state}", ReviewCard.Export(reviewed, org with { Outlets = [new("review-folder", "the Git folder of reviews"), new("review-hook", "the webhook of reviews")] }, null));
        yield return ($"review invitation refused, {state}", InvitationCards.Refused(Grace, incident));
        yield return ($"review scheduled, {state}", AnswerCard.Done(incident with { ReviewCalledBy = Ada }, [new ReviewScheduled(Moment, From(Ada))], org with { SendsMail = true }, Hallway));
        yield return ($"no review, {state}", ReviewCard.For(incident, org));
        yield return ($"done, {state}", AnswerCard.Done(incident, [new Joined(Ada, From(Ada))], org, Hallway));
        yield return ($"declared, {state}", AnswerCard.Declared(incident, org));
        foreach (var kind in TimerKind.Reminders)
            yield return ($"reminder {kind}, {state}", ReminderCards.For(kind, incident, org, now));
        foreach (var type in Sample.Concrete<IncidentEvent>())
            yield return ($"news {type.Name}, {state}", Spoken.News(Sample.Of<IncidentEvent>(type), incident, org));
        yield return ($"duties, {state}", Spoken.Duties(new(Role.IncidentManager, "Incident manager", Grace, true, From(Ada)), incident, org));
        foreach (var question in Enum.GetValues<Question>())
            yield return ($"question {question}, {state}", Spoken.Ask(question, incident, org));
        yield return ($"question satisfied, {state}", QuestionCards.HowSatisfied(incident));
        yield return ($"question not fixed, {state}", QuestionCards.NotFixed(incident));
        yield return ($"question thanks, {state}", QuestionCards.Thanks(incident));
        yield return ($"offer, {state}", Spoken.Offer(new(Role.IncidentManager, "Incident manager", Grace, From(Ada)), incident, org));
    }

    static IEnumerable<(string, Card)> Others()
    {
        var rows = Enumerable.Range(1, 10).Select(Row).ToArray();
        TaskRow[] tasks = [.. Enumerable.Range(1, 20).Select(at => new TaskRow(
            BlankIncident(at).Reference, "Checkout is down", at, Long("Alert on full disks. ")[..ActionItem.LongestText],
            at == 9 ? null : Moment.AddDays(at - 3), "P2", at % 2 == 0))];
        yield return ("my tasks", MyTasksCard.For(tasks, Moment));
        yield return ("overdue", OverdueCard.For([.. tasks.Select(task => new OwnedTask(task, task.Number % 2 == 0 ? Ada : null))], 20));
        yield return ("my tasks, none", MyTasksCard.For([], Moment));
        yield return ("home", HomeCard.For(new([.. rows.Take(5)], null), Ada, tasks));
        yield return ("home, quiet", HomeCard.For(new([], null), Ada));
        yield return ("list", ListCard.For(new(rows, "next"), "Open incidents", "list", Org(), Moment));
        yield return ("list, empty", ListCard.For(new([], null), "Open incidents", "list", Org(), Moment));
        yield return ("metrics", MetricsCard.For(Figures(), Org()));
        yield return ("digest", MetricsCard.Digest(Figures(), Org()));
        yield return ("metrics, quiet", MetricsCard.For(Report.Of(new(new(7, Moment)), new([], 0), [], [], Org()), Org()));
        yield return ("who am I", PeopleCards.WhoAmI(Ada, Org(), "room", TimeZoneInfo.Utc));
        yield return ("settings", SettingsCard.For(Org()));
        yield return ("scenarios", ScenariosCard.For(Org()));
        yield return ("planned drill", PlannedDrillCard.For(new("monthly", "database-full", "0 10 1 * *", TimeZoneInfo.Utc, TimeSpan.FromDays(1)), Moment, Org()));
        yield return ("withdrawn", SparseCards.Withdrawn);
        yield return ("call-out", SparseCards.CallOut(Org()));
        yield return ("refused", AnswerCard.No($"INC-12 is closed. Reopen it with {new ChatText.Code("reopen INC-12")}, or declare another."));
        var help = CommandBook.All.Select(command => new HelpEntry(
            command.Usage.Syntax, command.Usage.Summary, command.Usage.Topic, command.Usage.Aliases)).ToArray();
        yield return ("help", HelpCard.Overview(help, Topics.All));
        foreach (var topic in Topics.All)
            yield return ($"help {topic}", HelpCard.Topic(topic, help));
        yield return ("help resolve", HelpCard.One(help.Single(entry => entry.Verb == "resolve")));
    }

    static Incident Drilled(Incident incident) => incident.Apply(
    [
        new ExerciseBegun("database-full", Org().Scenarios[0].Steps, From(Ada)),
        .. Org().Scenarios[0].Steps.Select((step, at) => new ExerciseStepped(at + 1, step.Kind, step.Text, From(Ada))),
        new ExerciseAnswered(3, "The support; more at ten.", From(Grace)),
    ]);

    public static IncidentRow Row(int number) => new(
        BlankIncident(number).Id, BlankIncident(number).Reference, "Checkout is down", IncidentStatus.Investigating, Sev2, P2,
        number % 2 == 0 ? Ada : null, number % 3 == 0, false, false, Moment, number % 2 == 0 ? "Roll back" : null);

    public static IReadOnlyList<Recorded> Many(Incident incident) =>
    [
        .. Enumerable.Range(1, 40).Select(i => new Recorded(
            i, new Noted(i, Long("Restarted one gateway; it comes up and fails after a minute. "), Moment.AddMinutes(i), false, From(Ada, Moment.AddMinutes(i))))),
    ];

    /// <summary>As long as people may write.</summary>
    static string Long(string sentence) => string.Concat(Enumerable.Repeat(sentence, (3000 / sentence.Length) + 1))[..3000];

    /// <summary>A month with everything that is measured.</summary>
    static Report Figures()
    {
        var org = Org();
        Measured One(int number) => new(number, Moment.AddDays(-number * 1.5).ToUnixTimeMilliseconds())
        {
            Rank = 1,
            Services = number % 3 == 0 ? ",checkout,ledger," : ",checkout,",
            Detect = 60_000 * number,
            Acknowledge = 30_000 * number,
            Respond = 90_000 * number,
            Resolve = 900_000 * number,
            Mitigate = 700_000 * number,
            FirstContact = number % 2 == 0,
            Satisfaction = 1 + (number % 5),
            Ratings = 2,
            RatingSum = 9,
            Cost = 123_456 * number,
        };
        var asked = new Asked(new(30, Moment)) { By = Facet.Service };
        var now = new Measurements([.. Enumerable.Range(1, 19).Select(One)], 0);
        var levels = org with
        {
            Severities = [.. org.Severities.Select(level => level with { Targets = new(TimeSpan.FromMinutes(5), null, TimeSpan.FromHours(4), null) })],
        };
        return Report.Of(asked, now, [.. Enumerable.Range(20, 15).Select(One)], now.Items, levels);
    }

    static Incident Full() => OpenIncident(severity: Sev1, priority: P1, lead: Grace, room: OwnRoom, services: ["checkout"]).Apply(
    [
        new Acknowledged(From(Ada)),
        new SummaryWritten(Long("The gateway refuses every card since the release of 3 o'clock. "), From(Ada)),
        new UpdatePosted(Long("We are rolling back and see the first payments go through. "), Moment.AddMinutes(20), From(Ada)),
        new BridgeSet(new("https://meet.example.org/inc"), From(Ada)),
        new StatusChanged(IncidentStatus.Investigating, IncidentStatus.Identified, Long("The new release asks the ledger twice for each payment. "), From(Ada)),
        .. Asked(),
        .. Gathered(),
        .. Grown(),
        .. Tasks(),
        .. Guessed(),
        .. SideBySide(),
        .. Listed(),
    ]) with
    {
        Before = new(3, Moment.AddDays(-9), Moment.AddDays(-2), "INC-7", Sev2, P2, Long("Roll back the gateway, then delete what is stuck in the queue. ")),
        Suppressions = 2,
        Duplicates = ["INC-8"],
        SubIncidents = ["INC-9"],
        Parent = "INC-3",
    };

    static readonly Vicinity Around = new(
        [new("checkout", "Release 2030.1.4", Moment.AddMinutes(-20), new("https://ci.example.org/42")), new("ledger", Long("Moved the ledger to the new disks. ")[..300], Moment.AddMinutes(-40), null)],
        [Row(4)]);

    static Organisation WithRunbook(Organisation org) => org with
    {
        Services = [.. org.Services.Select(service => service with { Runbook = new("https://wiki.example.org/runbooks"), RunbookChecklist = Steps(service.Key == "checkout" ? 12 : 25) })],
    };

    static IReadOnlyList<string> Steps(int many) =>
        [.. Enumerable.Range(1, many).Select(number => Long($"{number}. Rotate the keys that the gateway signs with. ")[..Checklist.LongestStep])];

    static IEnumerable<IncidentEvent> Listed() =>
    [
        new ChecklistAttached(1, "leak", "Data leak", null, Steps(10), Origin.Timer(Moment)),
        new ChecklistAttached(2, "lead", "First minutes of the lead", Role.IncidentManager, Steps(Checklist.MostSteps), Origin.Timer(Moment)),
        new ChecklistAttached(3, "runbook:checkout", "Runbook: Checkout", null, Steps(12), From(Grace)),
        .. Enumerable.Range(4, AttachedChecklist.Most - 3).Select(number => new ChecklistAttached(number, $"list{number}", $"List {number}"[..6], null, Steps(3), Origin.Timer(Moment))),
        new StepTicked(1, 2, "", From(Ada)),
        new StepTicked(2, 1, "", From(Grace)),
        new StepTicked(3, 1, "", From(Ada)),
        new StepTicked(3, 2, "", From(Ada)),
        new StepUnticked(3, 2, "", From(Grace)),
    ];

    static IEnumerable<IncidentEvent> Guessed() =>
    [
        .. Enumerable.Range(1, 6).Select(number => new HypothesisRaised(number, Long("The release asks the ledger twice. ")[..Hypothesis.LongestText], number % 2 == 0 ? Ada : null, From(Ada))),
        new EvidenceGiven(1, true, 1, "", From(Ada)),
        new EvidenceGiven(1, false, null, "The graph is flat", From(Ada)),
        new HypothesisJudged(2, "x", Verdict.Confirmed, "rolled back, and it was gone", From(Ada)),
        new HypothesisJudged(3, "x", Verdict.RuledOut, "", From(Ada)),
    ];

    static IEnumerable<IncidentEvent> SideBySide() =>
    [
        new WorkstreamOpened(1, "Database failover", Ada, TimeSpan.FromMinutes(30), From(Ada)),
        new WorkstreamOpened(2, Long("Compare what the ledger has with the bank. ")[..Workstream.LongestName], Ada, TimeSpan.FromMinutes(20), From(Ada)),
        new WorkstreamOpened(3, "Talk to the bank", null, null, From(Ada)),
        .. Enumerable.Range(4, 8).Select(number => new WorkstreamOpened(number, $"Region {number}", number % 2 == 0 ? Grace : null, TimeSpan.FromHours(1), From(Ada))),
        new WorkstreamReported(2, "x", Long("Half of it agrees, the other half is compared by hand. ")[..Workstream.LongestReport], false, From(Ada)),
        new WorkstreamDone(4, "Region 4", "It is back", From(Grace)),
        new WorkstreamDropped(5, "Region 5", "it was never down", From(Ada)),
        new CheckInsAsked([1, 2], Origin.Timer(Moment.AddMinutes(30))),
        new CheckInsMissed([new(1, "Database failover", Ada), new(2, "x", Ada)], Origin.Timer(Moment.AddMinutes(41))),
    ];

    static IEnumerable<IncidentEvent> Tasks() =>
    [
        .. Enumerable.Range(1, 17).Select(number => new TaskAdded(
            number,
            number switch
            {
                1 => new("Restart the gateway", Ada, Moment.AddMinutes(10), P1, false),
                2 => new(Long("Compare what the ledger has with what the bank says. ")[..ActionItem.LongestText], null, Moment.AddHours(3), P2, false),
                3 => new("Call the bank", Grace, null, null, false),
                _ => new("Alert on full disks", number % 2 == 0 ? Grace : null, Moment.AddDays(number), null, true),
            },
            From(Ada))),
        new TaskDone(3, "Call the bank", false, From(Grace)),
        new TaskDropped(5, "Alert on full disks", true, "there is one", From(Ada)),
    ];

    /// <summary>Over, its review drafted with as much in it as can be.</summary>
    public static Incident Reviewed(Incident incident) => (incident.IsReviewable ? incident : incident.Apply(new Resolved(Fix, From(Ada)))).Apply(
    [
        new ReviewOpened(Grace, Moment.AddDays(3), Origin.Timer(Moment)),
        new ReviewDrafted(
            [.. ReviewTemplate.Usual.Sections.Select(plan => new ReviewText(plan.Key, plan.Heading, plan.Key is "lucky" or "times" ? "" : Long("- It went unnoticed for ten minutes.\n")))],
            Origin.Timer(Moment)),
        new ReviewCommented(1, "well", Long("Why was it so quick this time? "), From(Ada)),
        new ReviewSent(From(Grace)),
    ]);

    /// <summary>As deep, as long and as many as can be.</summary>
    static IEnumerable<IncidentEvent> Asked() =>
    [
        .. Enumerable.Range(1, Whys.Deepest).Select(depth => new WhyAnswered(
            string.Join('.', Enumerable.Repeat("1", depth)), Long("Nobody looked, because the alert was muted. ")[..Whys.LongestText], From(Ada))),
        .. Enumerable.Range(2, Whys.MostAnswers - Whys.Deepest).Select(number => new WhyAnswered($"{number}", "The disk was full", From(Ada))),
        new RootCauseMarked("2", "The disk was full", true, From(Ada)),
    ];

    static IEnumerable<IncidentEvent> Gathered() =>
    [
        .. Enumerable.Range(1, Fishbone.MostCauses / 2).SelectMany(number => new[] { $"{number}", $"{number}.1" })
            .Select((number, at) => new FishboneCauseAdded(
                number, Defaults.FishboneCategories[at / 2 % 6], Long("Nobody looked, because the alert was muted. ")[..Whys.LongestText], From(Ada))),
        new FishboneCauseMarked("1.1", "", CauseMark.Root, From(Ada)),
        new FishboneCauseMarked("7", "", CauseMark.Contributing, From(Ada)),
    ];

    static IEnumerable<IncidentEvent> Grown() =>
    [
        .. Enumerable.Range(1, 20).Select(number => new FaultGateAdded(
            $"G{number}", number % 2 == 0 ? GateKind.Or : GateKind.And, Long($"Gate {number} was closed, and nobody held the key. ")[..Whys.LongestText],
            number < 5 ? FaultTree.Top : $"G{number - 4}", From(Ada))),
        .. Enumerable.Range(1, 60).Select(number => new FaultEventAdded(
            $"E{number}", Long($"Key {number} was lost, and nobody had another one. ")[..Whys.LongestText], 0.01 * (number % 50), $"G{(number % 20) + 1}", From(Ada))),
    ];
}
