using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>What a modal remembers while somebody fills it in: what it will send, and where.</summary>
/// <param name="Line">The command line that submitting sends.</param>
/// <param name="Room">The id of the channel it was opened in.</param>
/// <param name="Once">Names the submission for good.</param>
public sealed record SlackPlace(string Line, string Room, string Once)
{
    /// <summary>The message that it is about; null: none.</summary>
    public Quote? Quoted { get; init; }

    /// <remarks>https://docs.slack.dev/reference/views: private_metadata</remarks>
    const int Longest = 3000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>As private_metadata. Of a quoted message too long for it the beginning; of a line too long for it the beginning: what else it said stands in the form.</summary>
    public string Write()
    {
        var written = JsonSerializer.Serialize(this, Json);
        return written.Length <= Longest ? written
            : Quoted is { Text.Length: > 100 } quote
                ? (this with { Quoted = quote with { Text = Fit.To(quote.Text, quote.Text.Length * 3 / 4) } }).Write()
            // Ids are short, so a line that is cut far enough fits.
            : Line.Length > 8 ? (this with { Line = Fit.To(Line, Line.Length * 3 / 4) }).Write()
            : throw new UnreadableException("An id is longer than Slack's are.");
    }

    /// <returns>Null when it isn't one of ours.</returns>
    public static SlackPlace? Read(string written)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackPlace>(written, Json) is { Line: not null, Room: not null, Once: not null } place
                ? place
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
