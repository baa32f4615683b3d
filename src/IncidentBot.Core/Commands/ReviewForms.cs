using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What is asked about a review.</summary>
static class ReviewForms
{
    /// <returns>Null where all is said.</returns>
    public static Form? For((string Verb, string Text) said, Incident incident, Organisation org) => said switch
    {
        ("start", "") when incident.Review is null => incident.NeedsReview(org) ? Start(incident) : Questions(incident),
        ("answer", "") when incident.Review is null => Questions(incident),
        ("edit", not "") when Section(incident, said.Text) is { } section => Edit(incident, section),
        ("comment", "") when incident.Review is { } review => Comment(incident, review),
        ("owner", "") when incident.Review is { } review => new(
            $"Owner of the review of {incident.Reference}", Line(incident, "owner"), "Save",
            [new PersonInput("owner", "Who sees to it") { Required = true, Value = review.Owner?.Id ?? "" }]),
        ("due", "") when incident.Review is { IsPublished: false } review => new(
            $"When the review of {incident.Reference} is due", Line(incident, "due"), "Save",
            [Due(review.Due)]),
        _ => null,
    };

    /// <summary>For what was small: nobody has to own anything.</summary>
    static Form Questions(Incident incident) => new(
        $"Three questions about {incident.Reference}", Line(incident, "answer"), "Save",
        [
            .. ReviewTemplate.ThreeQuestions.Select((asked, at) => new TextInput(asked.Key, asked.Heading, Multiline: true, Review.LongestText)
            {
                Required = at == 0,
                Hint = asked.Prompt,
                Value = asked.Key == "helped" ? incident.Resolution?.Fix ?? "" : "",
            }),
        ])
    {
        Intro = $"It was small, so this is all of its review. For a whole one: {new ChatText.Code($"pir {incident.Reference} start full")}.",
    };

    static Form Start(Incident incident) => new(
        $"Review of {incident.Reference}", Line(incident, "start"), "Open the review",
        [
            new PersonInput("owner", "Who sees to it") { Hint = "Empty: whoever led, else whoever resolved it." },
            new MomentInput("due", "Due") { Hint = "Empty: as the severity asks." },
        ]);

    static Form Edit(Incident incident, ReviewSection section) => new(
        $"{Short(section.Heading)} · {incident.Reference}", Line(incident, $"edit {section.Key}"), "Save",
        [
            new TextInput("text", Short(section.Heading), Multiline: true, Review.LongestText)
            {
                Value = section.Text,
                Hint = "A blank line begins a paragraph, “- ” a point. The old text is kept.",
            },
        ]);

    static Form Comment(Incident incident, Review review) => new(
        $"Comment on the review of {incident.Reference}", Line(incident, "comment"), "Comment",
        [
            new TextInput("comment", "Comment", Multiline: true, Review.LongestText) { Required = true },
            .. review.Sections.Count == 0 ? [] : new Input[]
            {
                new ChoiceInput("section", "About", [.. review.Sections.Select(section => new Option(section.Key, Short(section.Heading)))])
                {
                    Hint = "Empty: all of it.",
                },
            },
        ]);

    static MomentInput Due(DateTimeOffset due) => new("due", "Due") { Required = true, Value = $"{due:yyyy-MM-dd'T'HH:mm:sszzz}" };

    /// <summary>The section when it stands alone; with words behind it, they are the text.</summary>
    static ReviewSection? Section(Incident incident, string text) =>
        Grammar.Cut(text) is (var key, "") && incident.Review is { State: not ReviewState.Closed } review ? review.Find(key.TrimEnd(':')) : null;

    static string Short(string heading) => Cards.IncidentWords.Brief(heading, 60);

    static string Line(Incident incident, string rest) => $"pir {incident.Reference} {rest}";
}
