using System.Globalization;

namespace IncidentBot.Slack.Wire;

/// <summary>Slack's times: Unix seconds, in the names of messages with a fraction that tells two of them apart.</summary>
public static class Time
{
    const decimal Last = 253_402_300_799;

    /// <summary>As Slack writes it, to the second.</summary>
    public static string Written(DateTimeOffset at) => $"{at.ToUnixTimeSeconds()}.000000";

    /// <returns>The beginning of time for what is none.</returns>
    public static DateTimeOffset Of(string written) =>
        decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= Last
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : DateTimeOffset.UnixEpoch;
}
