using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The section <c>reviews</c>: whether names stand in them, and which sections they have.</summary>
internal static class ReviewRules
{
    const int LongestHeading = 100;
    const int LongestPrompt = 300;

    public static Reviewing Read(Spot section, Known known, Reviewing before)
    {
        var fields = section.Fields();
        var reviewing = new Reviewing(
            fields["blameless"]?.Flag() ?? before.Blameless,
            fields["templates"]?.Each((key, spot) => Template(key, spot, known)) ?? before.Templates);
        fields.Done();
        return reviewing;
    }

    static ReviewTemplate Template(string key, Spot spot, Known known)
    {
        var fields = spot.Fields();
        var template = new ReviewTemplate(
            key,
            fields["types"]?.References(known.Types) ?? [],
            fields["severities"]?.References(known.Severities) ?? [],
            fields.Needed("sections", "list the sections it has, such as “summary:”") is { } sections
                ? [.. sections.Fields().Named().Select(entry => Section(entry.Key, entry.Spot))]
                : []);
        fields.Done();
        return template;
    }

    /// <summary>"summary:" alone is the bot's own; text is another heading for it.</summary>
    static SectionPlan Section(string key, Spot spot)
    {
        var usual = ReviewTemplate.Usual.Sections.FirstOrDefault(plan => plan.Key == key);
        if (spot.Node.IsNothing)
            return usual ?? new(key, key, "");
        var fields = spot.FieldsOr("heading");
        var plan = new SectionPlan(
            key,
            fields["heading"]?.Text(LongestHeading) ?? usual?.Heading ?? key,
            fields["prompt"]?.Text(LongestPrompt) ?? usual?.Prompt ?? "");
        fields.Done();
        return plan;
    }
}
