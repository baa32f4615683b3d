using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Teams.Heard;

/// <summary>Who has a pin on which message: Teams tells of each, and never which others there are.</summary>
/// <remarks>
/// Noted as a line for each, "1700000000000 on 29:ada pushpin". What is told late, twice or in the wrong order changes
/// nothing: the last thing that somebody did counts.
/// </remarks>
public sealed class Pins(INotebook notes)
{
    const string On = "on";
    const string Off = "off";

    /// <summary>Nobody takes a pin away later than that; and whose it was need not be known for ever.</summary>
    static readonly TimeSpan Keep = TimeSpan.FromDays(366);

    /// <param name="message">By <see cref="Quote.Id"/>.</param>
    /// <param name="pins">Of one person, as Teams names them, and whether they put it there or took it away.</param>
    public async Task Note(string message, string by, DateTimeOffset at, IEnumerable<(string Name, bool Added)> pins)
    {
        var key = KeyOf(message);
        var moment = at.ToUnixTimeMilliseconds();
        string? before;
        string after;
        do
        {
            before = await notes.Read(TeamsIds.Platform, key, default);
            var all = Parse(before);
            foreach (var (name, added) in pins)
                if (!all.TryGetValue($"{by} {name}", out var last) || last.At <= moment)
                    all[$"{by} {name}"] = (moment, added);
            after = string.Join('\n', all.Select(one => $"{one.Value.At} {(one.Value.On ? On : Off)} {one.Key}"));
        }
        while (before != after && !await notes.Replace(TeamsIds.Platform, key, before, after, Keep, default));
    }

    /// <summary>Whether anybody's is there.</summary>
    public async Task<bool> Has(string message) =>
        Parse(await notes.Read(TeamsIds.Platform, KeyOf(message), default)).Values.Any(one => one.On);

    static string KeyOf(string message) => $"pins:{message}";

    static Dictionary<string, (long At, bool On)> Parse(string? noted) => (noted ?? "")
        .Split('\n').Select(line => line.Split(' ', 3)).Where(parts => parts.Length == 3)
        .ToDictionary(
            parts => parts[2],
            parts => (long.TryParse(parts[0], CultureInfo.InvariantCulture, out var at) ? at : 0, parts[1] == On));
}
