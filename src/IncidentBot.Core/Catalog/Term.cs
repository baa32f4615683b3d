namespace IncidentBot.Catalog;

/// <summary>Within how many days something is due; counted in business days or all days.</summary>
public sealed record Term(int Days, bool Business = false)
{
    /// <summary>Where nothing is said: a working week.</summary>
    public static readonly Term Usual = new(5, Business: true);

    /// <summary>That many days later, at the same time of day in a zone; business days leave Saturday and Sunday out.</summary>
    public DateTimeOffset After(DateTimeOffset at, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        for (var left = Days; left > 0; left--)
            do
                day = day.AddDays(1);
            while (Business && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        // A time that the clocks skip in spring is taken as if they had not been put forward yet.
        return new DateTimeOffset(day, zone.GetUtcOffset(day)).ToUniversalTime();
    }

    /// <summary>"3 days", "5 business days", "a day".</summary>
    public override string ToString() => (Days, Business) switch
    {
        (1, true) => "a business day",
        (1, false) => "a day",
        (_, true) => $"{Days} business days",
        _ => $"{Days} days",
    };
}
