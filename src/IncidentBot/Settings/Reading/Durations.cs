using System.Globalization;

namespace IncidentBot.Settings.Reading;

/// <summary>How people write a time span: <c>90s</c>, <c>20m</c>, <c>4h</c>, <c>1h30m</c>, <c>00:20:00</c>.</summary>
internal static class Durations
{
    public const string Examples = "such as 90s, 20m, 4h, 1d or 1h30m";

    /// <returns>Null when it is none. A bare number is none: nobody knows of what.</returns>
    public static TimeSpan? Read(string written)
    {
        var text = written.Trim().ToLowerInvariant();
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var clock) ? clock : null;

        var (negative, rest) = text.StartsWith('-') ? (true, text[1..]) : (false, text);
        double seconds = 0;
        while (rest != "")
        {
            var digits = rest.TakeWhile(char.IsAsciiDigit).Count();
            if (digits is 0 or > 9 || digits == rest.Length || PerUnit(rest[digits]) is not { } unit)
                return null;
            seconds += int.Parse(rest.AsSpan(0, digits), CultureInfo.InvariantCulture) * (double)unit;
            rest = rest[(digits + 1)..].TrimStart();
        }
        return text is "" or "-" || seconds > TimeSpan.FromDays(100_000).TotalSeconds
            ? null
            : TimeSpan.FromSeconds(negative ? -seconds : seconds);
    }

    /// <summary>As it would be written: "1h30m".</summary>
    public static string Write(TimeSpan span) => span == TimeSpan.Zero ? "0s" : string.Concat(
        Part((int)span.TotalDays, "d"), Part(span.Hours, "h"), Part(span.Minutes, "m"), Part(span.Seconds, "s"));

    static string Part(int count, string unit) => count == 0 ? "" : $"{count}{unit}";

    static int? PerUnit(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86_400,
        _ => null,
    };
}
