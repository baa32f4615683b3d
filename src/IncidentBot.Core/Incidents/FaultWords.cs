using System.Globalization;

namespace IncidentBot.Incidents;

/// <summary>How figures and gates of a fault tree are written.</summary>
public static class FaultWords
{
    /// <summary>"AND", "OR".</summary>
    public static string Word(this GateKind gate) => gate == GateKind.And ? "AND" : "OR";

    /// <summary>"0.25", "0.000035", "1E-09": three digits that count.</summary>
    public static string Plain(this double probability) => probability is 0 or (>= 0.0000095 and < 1e15) or (<= -0.0000095 and > -1e15)
        ? ((decimal)double.Parse(probability.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
            .ToString("0.##########", CultureInfo.InvariantCulture)
        : probability.ToString("0.##E+0", CultureInfo.InvariantCulture);

    /// <summary>"0.000035, about 1 in 28,600".</summary>
    public static string InWords(this double probability) => probability is <= 0.000000001 or > 0.5
        ? probability.Plain()
        : $"{probability.Plain()}, about 1 in {Rounded(1 / probability)}";

    static string Rounded(double number) =>
        ((decimal)double.Parse(number.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
            .ToString(number < 10 ? "#,0.#" : "#,0", CultureInfo.InvariantCulture);
}
