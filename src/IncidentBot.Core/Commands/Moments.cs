using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Chat;

namespace IncidentBot.Commands;

/// <summary>Times and spans as people type them: "at 14:05", "2030-01-02 14:05", "next 30m", "1h30m".</summary>
public static partial class Moments
{
    /// <summary>Reads "90m", "2h", "1d", "1h30m", "45 min".</summary>
    public static TimeSpan? Span(string written)
    {
        var match = SpanText().Match(written.Trim());
        if (!match.Success || match.Length == 0)
            return null;
        var minutes = 0d;
        for (var i = 0; i < match.Groups[1].Captures.Count; i++)
            minutes += int.Parse(match.Groups[1].Captures[i].Value, CultureInfo.InvariantCulture)
                * MinutesOf(match.Groups[2].Captures[i].Value);
        return TimeSpan.FromMinutes(minutes);
    }

    /// <summary>Takes "at 14:05" off the end or the beginning of a text.</summary>
    public static (string Text, DateTimeOffset? At) TakeAt(string text, Invocation call)
    {
        var match = AtText().Match(text);
        return match.Success && Past(match.Groups["when"].Value, call) is { } at
            ? (text.Remove(match.Index, match.Length).Trim(), at)
            : (text, null);
    }

    /// <summary>Takes "next 30m" off the end of a text.</summary>
    public static (string Text, TimeSpan? Next) TakeNext(string text)
    {
        var match = NextText().Match(text);
        return match.Success && Span(match.Groups["span"].Value) is { } span
            ? (text[..match.Index].Trim(), span)
            : (text, null);
    }

    /// <summary>The last time it was so: "14:05" is today, or yesterday when that is still to come.</summary>
    public static DateTimeOffset? Past(string written, Invocation call) =>
        Read(written, call, day => day > call.At ? -1 : 0);

    /// <summary>The next time it will be so: "14:05" is today, or tomorrow when that is over.</summary>
    public static DateTimeOffset? Future(string written, Invocation call) =>
        Read(written, call, day => day <= call.At ? 1 : 0);

    /// <summary>When something is due: "3d", "friday", "tomorrow 14:05", "2030-01-31"; a day alone means its end of work.</summary>
    public static DateTimeOffset? Due(string written, Invocation call)
    {
        var text = written.Trim();
        text = text.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? text[3..].Trim() : text;
        if (Span(text) is { } span && span <= LongestAhead)
            return call.At + span;
        var (word, rest) = Grammar.Cut(text);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(call.At, call.Zone).Date);
        var day = word.ToLowerInvariant() switch
        {
            "today" => today,
            "tomorrow" => today.AddDays(1),
            var name => Weekday(name) is { } weekday ? today.AddDays(1 + (((int)weekday - (int)today.DayOfWeek + 6) % 7))
                : DateOnly.TryParseExact(name, "yyyy-MM-dd", out var dated) ? dated : (DateOnly?)null,
        };
        return day is null ? Future(text, call)
            : rest == "" ? In(call.Zone, day.Value.ToDateTime(EndOfWork))
            : TimeOnly.TryParseExact(rest, Times, out var time) ? In(call.Zone, day.Value.ToDateTime(time))
            : null;
    }

    static DayOfWeek? Weekday(string name) => name.Length < 3 ? null : Enum.GetValues<DayOfWeek>()
        .Where(day => $"{day}".StartsWith(name, StringComparison.OrdinalIgnoreCase)).Select(day => (DayOfWeek?)day).FirstOrDefault();

    static DateTimeOffset? Read(string written, Invocation call, Func<DateTimeOffset, int> shift)
    {
        var text = written.Trim();
        if (text.StartsWith("at ", StringComparison.OrdinalIgnoreCase))
            text = text[3..].Trim();
        var here = TimeZoneInfo.ConvertTime(call.At, call.Zone);
        foreach (var (word, days) in new[] { ("yesterday", -1), ("today", 0), ("tomorrow", 1) })
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && TimeOnly.TryParseExact(text[word.Length..].Trim(), Times, out var then))
                return In(call.Zone, DateOnly.FromDateTime(here.Date).AddDays(days).ToDateTime(then));
        if (TimeOnly.TryParseExact(text, Times, out var time))
        {
            var local = DateOnly.FromDateTime(here.Date).ToDateTime(time);
            return In(call.Zone, local.AddDays(shift(In(call.Zone, local))));
        }
        if (DateTime.TryParseExact(
            text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dated))
            return In(call.Zone, dated);
        return text.Contains('T')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact)
            ? exact
            : null;
    }

    // A time that the clocks skip in spring is taken as if they had not been put forward yet.
    static DateTimeOffset In(TimeZoneInfo zone, DateTime local) =>
        new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();

    static double MinutesOf(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        's' => 1d / 60,
        'm' => 1,
        'h' => 60,
        'd' => 24 * 60,
        _ => 7 * 24 * 60,
    };

    static readonly TimeOnly EndOfWork = new(17, 0);
    static readonly TimeSpan LongestAhead = TimeSpan.FromDays(3650);
    static readonly string[] Times = ["H:mm", "HH:mm", "H:mm:ss"];
    static readonly string[] Dates = ["yyyy-MM-dd H:mm", "yyyy-MM-dd'T'H:mm", "yyyy-MM-dd'T'H:mm:ss", "yyyy-MM-dd"];

    [GeneratedRegex(@"^(?:(\d{1,5}) ?(s|sec|m|min|mins|minutes|h|hours?|d|days?|w|weeks?) ?)+$", RegexOptions.IgnoreCase)]
    private static partial Regex SpanText();

    [GeneratedRegex(
        @"(?:(?<=\s)|^)at (?<when>(?:\d{4}-\d{2}-\d{2}[ T]|yesterday |today )?\d{1,2}:\d{2}(?::\d{2})?)(?=$)"
        + @"|^at (?<when>(?:\d{4}-\d{2}-\d{2}[ T]|yesterday |today )?\d{1,2}:\d{2})(?=\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex AtText();

    [GeneratedRegex(@"(?:(?<=\s)|^)next (?:in )?(?<span>\d{1,5} ?[a-z]+(?:\d{1,5} ?[a-z]+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex NextText();
}
