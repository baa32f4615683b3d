using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Five questions from which severity and priority follow; a person may overrule the suggestion.</summary>
public sealed class ImpactCommand : IChangeCommand
{
    static readonly (string Name, string Label)[] Questions =
    [
        ("users", "How many users are hit?"), ("services", "How many services are hit?"),
        ("revenue", "How much revenue is hit?"), ("data", "How much data is lost, wrong or exposed?"),
    ];

    static readonly IReadOnlyList<Option> Extents =
        [new("none", "None"), new("some", "Some"), new("many", "Many"), new("all", "All, or nobody knows")];

    static readonly IReadOnlyList<Option> Urgencies =
        [new("now", "Now"), new("today", "Today"), new("thisweek", "This week"), new("whenever", "Whenever there is time")];

    public Usage Usage { get; } = new(
        "impact [text]", "Answer five questions; severity and priority follow", Topics.Rating, "assess");

    public Form? Ask(Incident incident, Request request) => request.IsForm ? null : new(
        $"Impact of {incident.Reference}", $"impact {incident.Reference}", "Set severity and priority",
        [
            .. Questions.Select(question => new ChoiceInput(question.Name, question.Label, Extents)
            {
                Required = true,
                Value = Was(incident, question.Name),
            }),
            new ChoiceInput("urgency", "How long can it wait?", Urgencies)
            {
                Required = true,
                Value = incident.Assessment?.Urgency.ToString().ToLowerInvariant() ?? "",
            },
            Forms.Severity(request.Org) with { Hint = "Only to overrule what follows from the answers; the timeline says so." },
            Forms.Priority(request.Org) with { Hint = "Only to overrule what follows from the answers." },
        ])
    {
        Intro = $"The worst answer decides. Not sure? Choose the worse one.",
    };

    public Decision Decide(Incident incident, Request request) => incident.Assess(
        new(Read(request, "users"), Read(request, "services"), Read(request, "revenue"), Read(request, "data"),
            Enum.TryParse<Catalog.Urgency>(request.Answer("urgency"), ignoreCase: true, out var urgency) ? urgency : default),
        request.Org.FindSeverity(request.Answer("severity")), request.Org.FindPriority(request.Answer("priority")),
        request.Org, request.From);

    static Extent Read(Request request, string name) =>
        Enum.TryParse<Extent>(request.Answer(name), ignoreCase: true, out var extent) ? extent : Extent.All;

    static string Was(Incident incident, string name) => (incident.Assessment, name) switch
    {
        (null, _) => "",
        ({ } known, "users") => known.Users.ToString().ToLowerInvariant(),
        ({ } known, "services") => known.Services.ToString().ToLowerInvariant(),
        ({ } known, "revenue") => known.Revenue.ToString().ToLowerInvariant(),
        ({ } known, _) => known.Data.ToString().ToLowerInvariant(),
    };
}
