using System.Globalization;
using IncidentBot.Catalog;

namespace IncidentBot.Metrics;

/// <summary>How figures are written, the same everywhere.</summary>
public static class Said
{
    public const string Nothing = "–";

    /// <summary>"45 s", "4 min 5 s", "1 h 5 min", "2 d 4 h".</summary>
    public static string Time(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{(int)span.TotalSeconds} s",
        { TotalMinutes: < 10 } when span.Seconds > 0 => $"{span.Minutes} min {span.Seconds} s",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 1 } => span.Minutes == 0 ? $"{(int)span.TotalHours} h" : $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => span.Hours == 0 ? $"{(int)span.TotalDays} d" : $"{(int)span.TotalDays} d {span.Hours} h",
    };

    public static string Share(Share share) => share.Value is { } value ? $"{value * 100:0} %" : Nothing;

    public static string Score(Average average) =>
        average.Value is { } value ? value.ToString("0.0", CultureInfo.InvariantCulture) : Nothing;

    /// <param name="hundredths">Of the organisation's currency.</param>
    public static string Money(long hundredths, Organisation org) =>
        $"{(hundredths / 100m).ToString("#,0", CultureInfo.InvariantCulture)} {org.Costs?.Currency}".TrimEnd();

    /// <summary>"+11 %", "−20 %", "±0 %"; "" where there is nothing to compare with.</summary>
    public static string Trend(double? now, double? before)
    {
        if (now is not { } is_ || before is not { } was || was == 0)
            return "";
        var change = Math.Round((is_ - was) / was * 100);
        return change switch { > 0 => $"+{change:0} %", < 0 => $"−{-change:0} %", _ => "±0 %" };
    }

    public static string Trend(Spread now, Spread before) =>
        now.Count == 0 || before.Count == 0 ? "" : Trend(now.Mean.TotalSeconds, before.Mean.TotalSeconds);

    /// <summary>"1 incident", "12 incidents".</summary>
    public static string Incidents(int count) => count == 1 ? "1 incident" : $"{count} incidents";
}
