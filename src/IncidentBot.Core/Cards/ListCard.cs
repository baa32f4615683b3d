using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Cards;

/// <summary>A page of incidents, one line each.</summary>
public static class ListCard
{
    const int LongestTitle = 100;
    const int Buttons = 5;

    /// <param name="line">The command that asks for the same, without a page.</param>
    public static Card For(Page<IncidentRow> page, string heading, string line, Organisation org, DateTimeOffset now) =>
        page.Items.Count == 0
            ? new($"{heading}: none")
            {
                Accent = Accent.Good,
                Buttons = [new("Declare", "declare"), new("All incidents", "list all")],
            }
            : new($"{heading}")
            {
                Fields = [.. page.Items.Select(LineOf)],
                Buttons =
                [
                    .. page.Items.Take(Buttons).Select(row => new Button($"{row.Reference}", $"show {row.Reference}")),
                    .. page.Next is { } next ? new Button[] { new("Next page", $"{line} from {next}") } : [],
                ],
                Hint = $"{new ChatText.Code($"show {page.Items[0].Reference}")} shows one.",
            };

    public static Field LineOf(IncidentRow row) => new(
        PlainText.Of(row.Heading()),
        $"{IncidentWords.Brief(row.Title, LongestTitle)} ({Standing(row)}, {row.DeclaredAt})");

    static ChatText Standing(IncidentRow row) => row switch
    {
        { Lead: { } lead } => $"lead {lead}",
        { Acknowledged: true } => $"acknowledged, nobody leads",
        { Status: IncidentStatus.Triage or IncidentStatus.Investigating or IncidentStatus.Identified or IncidentStatus.Monitoring } =>
            $"nobody is on it",
        _ => $"nobody led",
    };
}
