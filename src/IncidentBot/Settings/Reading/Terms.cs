using System.Globalization;
using IncidentBot.Catalog;

namespace IncidentBot.Settings.Reading;

/// <summary>How people write a term in days: <c>3 days</c>, <c>3d</c>, <c>5 business days</c>.</summary>
internal static class Terms
{
    public const string Never = "never";
    public const string Examples = "such as “3 days” or “5 business days”, or “never”";

    const int Most = 365;

    /// <returns>Null when it is none; "never" is no term either.</returns>
    public static Term? Read(string written)
    {
        var text = written.Trim().ToLowerInvariant();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 3)
            return null;
        var days = int.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        bool? business = text[digits..].Trim() switch
        {
            "d" or "day" or "days" => false,
            "business day" or "business days" or "working day" or "working days" => true,
            _ => null,
        };
        return days is > 0 and <= Most && business is { } counted ? new(days, counted) : null;
    }

    /// <returns>Null: never, or it is wrong and was said so.</returns>
    public static Term? OrNever(this Spot spot)
    {
        if (spot.Text() is not { } written || written == Never)
            return null;
        if (Read(written) is { } term)
            return term;
        spot.Wrong($"must be a number of days, {Examples}, not “{Spot.Short(written)}”.");
        return null;
    }
}
