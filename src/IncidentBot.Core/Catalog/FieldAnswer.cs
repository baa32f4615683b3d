using System.Globalization;

namespace IncidentBot.Catalog;

/// <summary>Whether an answer fits its custom field.</summary>
public static class FieldAnswer
{
    const int Longest = 1000;

    /// <summary>The answer as it is kept: without blanks around it, and an option as the organisation writes it.</summary>
    public static string Settle(this CustomField field, string value) => field.Kind == FieldKind.Choice
        ? field.Options.FirstOrDefault(option => option.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)) ?? value.Trim()
        : value.Trim();

    /// <returns>Null when it fits; else a sentence that says what would.</returns>
    public static string? Flaw(this CustomField field, string value) => field.Kind switch
    {
        _ when string.IsNullOrWhiteSpace(value) => $"{field.Label} is empty; fill it in.",
        _ when value.Length > Longest => $"{field.Label} is longer than {Longest} characters; shorten it.",
        FieldKind.Number when !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) =>
            $"{field.Label} must be a number, such as 42 or 3.5.",
        FieldKind.Choice when !field.Options.Contains(value) =>
            $"{field.Label} must be one of: {string.Join(", ", field.Options)}.",
        FieldKind.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", out _) =>
            $"{field.Label} must be a date, such as 2030-01-31.",
        _ => null,
    };
}
