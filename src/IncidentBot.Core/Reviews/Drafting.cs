using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Reviews;

/// <summary>Writes the draft of a review: what the facts say, in sentences. What they don't say is left for people to fill in.</summary>
public static class Drafting
{
    /// <summary>The sections of the draft, in the order of the template.</summary>
    public static IReadOnlyList<ReviewText> Of(
        Incident incident, IReadOnlyList<Recorded> history, Organisation org, CauseCount? causes) =>
        Of(new Known(incident, history, org, causes));

    internal static IReadOnlyList<ReviewText> Of(Known known) =>
    [
        .. Plans(known).Select(plan => new ReviewText(
            plan.Key, plan.Heading, IncidentWords.Cut(Text(plan.Key, known), Review.LongestText))),
    ];

    internal static IReadOnlyList<SectionPlan> Plans(Known known) =>
        known.Incident.Review is { Sections: [{ Key: "happened" }, ..] }
            ? ReviewTemplate.ThreeQuestions
            : known.Org.Reviewing.For(known.Incident.Type, known.Incident.Severity).Sections;

    static string Text(string section, Known known) => section switch
    {
        "summary" => Summary(known),
        "impact" => Points(Impact(known)),
        "detection" => Detection(known),
        "well" => Points(Observations.Well(known)),
        "badly" => Points(Observations.Badly(known)),
        "lucky" => Points(Observations.Lucky(known)),
        "factors" => Points(Factors(known)),
        "resolution" => Resolution(known.Incident.Resolution),
        "recurrences" => Points(Recurrences(known)),
        // Where the follow-ups became tasks, those stand there themselves.
        "actions" when known.Incident.Tasks.Count > 0 => "",
        "actions" => Points(Lines(known.Incident.Resolution?.FollowUps)),
        "message" => Message(known),
        _ => "",
    };

    static string Summary(Known known)
    {
        var incident = known.Incident;
        var when = known.Times switch
        {
            { StartedAt: { } began, ResolvedAt: { } over } => $"It began at {PlainText.Of($"{began}")} and took {(over - began).Words()}.",
            { StartedAt: { } began } => $"It began at {PlainText.Of($"{began}")}.",
            _ => "",
        };
        var facts = string.Join(' ', new[]
        {
            incident.Drill ? "This was a drill." : null, when, incident.Severity is { } rated ? $"It was {rated.Name}." : null,
        }.Where(sentence => !string.IsNullOrEmpty(sentence)));
        return string.Join("\n\n", new[] { incident.Summary, facts }.Where(text => text != ""));
    }

    static IEnumerable<string> Impact(Known known)
    {
        var (incident, times) = (known.Incident, known.Times);
        if (known.Org.LevelOf(incident.Severity) is { } level)
            yield return $"{level.Severity.Name}. {level.Meaning}";
        if (incident.Services.Count > 0)
            yield return $"Services: {incident.ServiceNames(known.Org)}";
        if (times.StartedAt is { } began && (times.MitigatedAt ?? times.ResolvedAt) is { } ended)
            yield return $"It hit people for {(ended - began).Words()}";
        if (incident.Assessment is { } asked)
            yield return $"As it was assessed: users {Extent(asked.Users)}, services {Extent(asked.Services)}, "
                + $"revenue {Extent(asked.Revenue)}, data {Extent(asked.Data)}";
        if (incident.Suppressions > 0)
            yield return $"Alerts held back: {incident.Suppressions}";
        if (incident.Duplicates.Count > 0)
            yield return $"Reported again as {string.Join(", ", incident.Duplicates)}";
    }

    static string Detection(Known known)
    {
        var incident = known.Incident;
        var found = Observations.FoundByPeople(incident)
            ? $"It was found by a human, {incident.Reporter?.Name ?? "nobody knows whom"}; no alert existed."
            : incident.Source.Equals("api", StringComparison.OrdinalIgnoreCase) ? "It came in over the API."
            : $"It was found by {incident.Source}.";
        return known.Times is { StartedAt: { } began, DetectedAt: { } seen } && seen - began >= TimeSpan.FromMinutes(1)
            ? $"{found} It had been going on for {(seen - began).Words()} by then."
            : found;
    }

    static IEnumerable<string> Factors(Known known)
    {
        var incident = known.Incident;
        if (incident.Cause != "")
            yield return $"Cause: {incident.Cause}";
        if (incident.Category is { } category)
            yield return $"Category: {known.Org.FindCategory(category)?.Name ?? category}";
        foreach (var answer in incident.Whys.Shown.Where(answer => answer.IsRoot))
            yield return $"Root cause: {answer.Text}";
        foreach (var cause in incident.Fishbone.Shown.Where(cause => cause.Mark != CauseMark.None))
            yield return $"{(cause.Mark == CauseMark.Root ? "Root cause" : "Contributing")}: {cause.Text}";
    }

    static string Resolution(Resolution? said) => string.Join("\n\n", new[]
    {
        string.IsNullOrWhiteSpace(said?.Fix) ? null : $"What fixed it: {said.Fix}",
        string.IsNullOrWhiteSpace(said?.HowTo) ? null : $"How to resolve it next time: {said.HowTo}",
    }.OfType<string>());

    static IEnumerable<string> Recurrences(Known known)
    {
        var incident = known.Incident;
        yield return incident.Before is { } before
            ? $"The same thing was there {IncidentWords.Times(before.Count)} before, last as {before.Last} "
                + $"on {Day(before.LastAt)}"
            : "The same thing was not there before";
        if (known.Causes is { } causes)
            yield return causes.Count == 0
                ? $"No other incident of the last year had this cause: {Cause(causes, known.Org)}"
                : $"{causes.Count} other incident{(causes.Count == 1 ? "" : "s")} of the last year had the same cause "
                    + $"({Cause(causes, known.Org)}): {string.Join(", ", causes.Newest)}{(causes.Count > causes.Newest.Count ? ", …" : "")}";
        if (incident.SubIncidents.Count > 0)
            yield return $"Parts of it were {string.Join(", ", incident.SubIncidents)}";
    }

    /// <summary>Says nothing that is not known; what customers saw, only people can say.</summary>
    static string Message(Known known)
    {
        var incident = known.Incident;
        if (incident.Private || incident.Drill || known.Times is not { StartedAt: { } began, ResolvedAt: { } over })
            return "";
        var what = incident.Services.Count > 0 ? incident.ServiceNames(known.Org) : "our service";
        return string.Create(CultureInfo.InvariantCulture,
            $"On {began.ToUniversalTime():d MMMM yyyy}, from {began.ToUniversalTime():HH:mm} to {over.ToUniversalTime():HH:mm} UTC, {what} did not work as it should. It works again. We are sorry for the trouble.");
    }

    static string Points(IEnumerable<string> points) => string.Join('\n', points.Select(point => $"- {IncidentWords.Brief(point, 600)}"));

    static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n').Select(line => line.Trim().TrimStart('-', '*', '•').Trim()).Where(line => line != "");

    static string Cause(CauseCount causes, Organisation org) =>
        (org.FindCategory(causes.Category)?.Name ?? causes.Category).ToLowerInvariant();

    static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Extent(Extent extent) => extent.ToString().ToLowerInvariant();
}
