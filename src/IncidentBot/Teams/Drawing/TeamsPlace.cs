using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>What a form remembers while somebody fills it in: what it will send, and where.</summary>
/// <param name="Line">The command line that submitting sends.</param>
/// <param name="Room">The id of the conversation it was opened in.</param>
/// <param name="Once">Names the submission for good.</param>
/// <param name="Zone">In whose time moments are shown and read; the IANA name.</param>
public sealed record TeamsPlace(string Line, string Room, string Once, string Zone = "UTC")
{
    /// <summary>Where it stands in the data of a submission.</summary>
    public const string Key = "form";

    const int Longest = 1000;

    /// <summary>The time zone, and UTC where this machine doesn't know it.</summary>
    public TimeZoneInfo Time => TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <returns>Null when it isn't one of ours.</returns>
    public static TeamsPlace? Read(JsonElement data) =>
        data.At(Key) is { ValueKind: JsonValueKind.Object } form
            && form.TextOrNull("line") is { } line && form.TextOrNull("room") is { } room && form.TextOrNull("once") is { } once
            ? new(line, room, once, form.TextOrNull("zone") ?? "UTC")
            : null;

    /// <summary>As the data of its button. Of a line too long for it the beginning: what else it said stands in the form.</summary>
    /// <param name="form">Whose answers that are more than text are told apart by it.</param>
    internal JsonObject Data(Form form)
    {
        var kinds = new JsonObject();
        foreach (var input in form.Inputs)
            if (TeamsAnswers.KindOf(input) is { } kind)
                kinds[input.Name] = kind;
        return new()
        {
            [Key] = new JsonObject
            {
                ["line"] = Fit.To(Line, Longest),
                ["room"] = Room,
                ["once"] = Once,
                ["zone"] = Zone,
                ["kinds"] = kinds,
            },
        };
    }
}
