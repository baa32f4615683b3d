using System.Text;
using System.Text.Json;
using IncidentBot.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Slack.Wire;

/// <summary>Tells what arrived apart, by what it says and never by where it came in.</summary>
public static class Reading
{
    /// <summary>The body of a request: JSON, or the fields of a form.</summary>
    /// <exception cref="UnreadableException">It is neither, or says two things.</exception>
    public static Arrival Of(ReadOnlyMemory<byte> body)
    {
        if (body.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
            return OfEvent(Json.Parse(body));
        var fields = Fields(body.Span);
        if (fields.ContainsKey("ssl_check"))
            return new Unused(new(null, []), "ssl_check");
        if (fields.TryGetValue("payload", out var payload))
            return OfInteraction(Json.Parse(Encoding.UTF8.GetBytes(payload)));
        return fields.ContainsKey("command")
            ? Typed.Of(name => fields.GetValueOrDefault(name, ""))
            : throw new UnreadableException("Neither an event, nor an interaction, nor a command.");
    }

    /// <summary>What an envelope of Socket Mode holds; there commands are JSON, too.</summary>
    public static Arrival OfEnvelope(string type, JsonElement payload) => type switch
    {
        "slash_commands" => Typed.Of(name => payload.Text(name)),
        "interactive" => OfInteraction(payload),
        _ => OfEvent(payload),
    };

    static Arrival OfEvent(JsonElement json) => json.Text("type") switch
    {
        "url_verification" => new Challenge(Origins.OfEvent(json), json.Text("challenge")),
        "event_callback" when json.Has("event") => Happened.Of(json),
        var other => new Unused(Origins.OfEvent(json), other),
    };

    static Arrival OfInteraction(JsonElement json) => json.Text("type") switch
    {
        "block_actions" => Pressed.Of(json),
        "view_submission" => Submitted.Of(json),
        "block_suggestion" => Searching.Of(json),
        "shortcut" or "message_action" => Chosen.Of(json),
        var other => new Unused(Origins.OfInteraction(json), other),
    };

    /// <remarks>A field that is there twice would be read one way here and another way elsewhere.</remarks>
    static Dictionary<string, string> Fields(ReadOnlySpan<byte> body)
    {
        try
        {
            var fields = new Dictionary<string, string>();
            foreach (var (name, values) in new FormReader(Encoding.UTF8.GetString(body)) { ValueLengthLimit = int.MaxValue }.ReadForm())
                fields[name] = values is [{ } only] ? only : throw new UnreadableException("A field is there twice.");
            return fields;
        }
        catch (InvalidDataException)
        {
            throw new UnreadableException("The form is not well-formed.");
        }
    }
}
