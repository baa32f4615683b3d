using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Reviews;

namespace IncidentBot.Commands;

/// <summary>The review as a whole: opened, drafted, written, read, published. What <see cref="PirCommand"/> does besides root causes.</summary>
static class PirReview
{
    public static readonly IReadOnlyList<string> Verbs =
        ["start", "draft", "show", "edit", "comment", "send", "return", "publish", "close", "reopen", "owner", "due", "export", "post", "answer"];

    public static Form? Ask(Incident incident, Request request) =>
        request.IsForm || !incident.IsReviewable ? null : ReviewForms.For(Said(request), incident, request.Org);

    public static Card? Offer(Incident incident, Request request) => Said(request) switch
    {
        ("show" or "", "") => ReviewCard.Whole(incident, request.Org),
        ("edit", "") when incident.IsReviewable && incident.Review is { Sections.Count: > 0 } => ReviewCard.Choose(incident),
        ("export", var how) when incident.Review is { Sections.Count: > 0 } => ReviewCard.Export(incident, request.Org, Roles(how)),
        _ => null,
    };

    public static Decision Decide(Incident incident, Request request)
    {
        var (verb, text) = Said(request);
        return verb switch
        {
            "start" => Start(incident, text, request),
            "answer" => incident.AnswerReview(
                [.. ReviewTemplate.ThreeQuestions.Select(asked => new ReviewText(asked.Key, asked.Heading, request.Answer(asked.Key)))],
                request.Org, request.From),
            "draft" => incident.AskForDraft(request.Org, request.From),
            "edit" => Edit(incident, text, request),
            "comment" => Comment(incident, text, request),
            "send" => incident.SendReview(request.From),
            "return" => incident.ReturnReview(text, request.From),
            "publish" => May(incident, verb, request) ?? incident.PublishReview(request.From),
            "close" => May(incident, verb, request) ?? incident.CloseReview(request.From),
            "reopen" => May(incident, verb, request) ?? incident.ReopenReview(request.From),
            "owner" => Owner(request, text) is { } who ? incident.GiveReview(who, request.From)
                : Decision.Reject($"Who is that? Write {Code("pir owner @name")}.", "owner"),
            "due" => When(request, request.IsForm ? request.Answer("due") : text) is { } when ? incident.MoveReview(when, request.From)
                : Decision.Reject($"By when? Write {Code("pir due 2030-01-31 14:05")}.", "due"),
            "post" => incident.PostReview(request.From),
            "export" => Decision.Reject($"{incident.Reference.ToString()} has no review to take along yet. Open one: {Code($"pir {incident.Reference} start")}."),
            _ => Decision.Reject($"I don't know “pir {Clean.OneLine(Cut(verb))}”. Write pir and one of: why, {string.Join(", ", Verbs)}."),
        };
    }

    static Decision Start(Incident incident, string text, Request request)
    {
        if (request.IsForm)
            return incident.OpenReview(
                request.Who(request.Answer("owner")), Moments.Future(request.Answer("due"), request.Call), request.Org, request.From);
        var (owner, due) = (Owner(request, text), "");
        if (text.IndexOf("due ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            due = text[(at + "due ".Length)..];
        return text.Contains('@') && owner is null ? Decision.Reject($"Who is that? Write {Code("pir start @name due 2030-01-31")}.")
            : due != "" && When(request, due) is null ? Decision.Reject($"When is “{Cut(due)}”? Write {Code("pir start due 2030-01-31 14:05")}.")
            : incident.OpenReview(owner, When(request, due), request.Org, request.From);
    }

    static Decision Edit(Incident incident, string text, Request request)
    {
        var (section, words) = Grammar.Cut(text);
        return incident.WriteReview(
            section.TrimEnd(':'), request.IsForm ? request.Answer("text") : words, request.From);
    }

    /// <remarks>A comment may begin with any word, so a section counts only before a colon.</remarks>
    static Decision Comment(Incident incident, string text, Request request)
    {
        if (request.IsForm)
            return incident.CommentReview(
                request.Answer("section") is "" ? null : request.Answer("section"), request.Answer("comment"), request.From);
        var (word, rest) = Grammar.Cut(text);
        return word.EndsWith(':') && incident.Review?.Find(word.TrimEnd(':')) is { } section
            ? incident.CommentReview(section.Key, rest, request.From)
            : incident.CommentReview(null, text, request.From);
    }

    static Decision? May(Incident incident, string verb, Request request) =>
        Permission.Missing($"pir {verb}", Right.Publish, request, incident);

    static Person? Owner(Request request, string text) => request.IsForm
        ? request.Who(request.Answer("owner"))
        : text.Split([' ', '\n']).Where(word => word.StartsWith('@') || word.Equals("me", StringComparison.OrdinalIgnoreCase))
            .Select(request.Who).FirstOrDefault(who => who is not null);

    /// <summary>A date alone means the end of its working day.</summary>
    static DateTimeOffset? When(Request request, string written) =>
        Moments.Span(written) is { } span ? request.Call.At + span
        : DateOnly.TryParseExact(written.Trim(), "yyyy-MM-dd", out _) ? Moments.Future($"{written.Trim()} 17:00", request.Call)
        : Moments.Future(written, request.Call);

    static bool? Roles(string how) => how.ToLowerInvariant() switch
    {
        "roles" or "blameless" => true,
        "names" => false,
        _ => null,
    };

    static (string Verb, string Text) Said(Request request) =>
        Grammar.Cut(request.Text) is var (verb, text) ? (verb.ToLowerInvariant(), text) : default;

    static string Cut(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    static ChatText.Code Code(string line) => new(line);
}
