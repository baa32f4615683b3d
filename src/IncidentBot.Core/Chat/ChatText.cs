using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace IncidentBot.Chat;

/// <summary>
/// A line of text that no platform's markup can leak into or out of: written as an interpolated string,
/// in which people, rooms, moments and links stay typed until a platform draws them.
/// </summary>
/// <remarks>
/// A string does not become one by itself, on purpose: <c>led ? $"{lead}" : "nobody"</c> would then compile,
/// as a string, and show people the record's ToString.
/// </remarks>
/// <example><code>ChatText line = $"{lead} took the lead of {incident.Reference}";</code></example>
[InterpolatedStringHandler]
public sealed record ChatText
{
    public static readonly ChatText Empty = new([]);

    readonly List<Part> parts;

    public ChatText(int literalLength, int formattedCount) => parts = new((formattedCount * 2) + 1);

    [JsonConstructor]
    public ChatText(IReadOnlyList<Part> parts)
    {
        this.parts = new(parts.Count);
        foreach (var part in parts)
            Append(part);
    }

    public IReadOnlyList<Part> Parts => parts;

    public void AppendLiteral(string value) => Append(new Words(value));
    public void AppendFormatted(string? value) => Append(new Words(value ?? ""));
    public void AppendFormatted(int value) => Append(new Words($"{value}"));
    public void AppendFormatted(Person? who) => Append(who is null ? new Words("nobody") : new Mention(who));
    public void AppendFormatted(Room? room) => Append(room is null ? new Words("no room") : new RoomLink(room));
    public void AppendFormatted(DateTimeOffset? at) => Append(at is { } then ? new Moment(then) : new Words("never"));
    public void AppendFormatted(Link link) => Append(link);
    public void AppendFormatted(Code code) => Append(code);

    public void AppendFormatted(ChatText? text)
    {
        foreach (var part in text?.parts ?? [])
            Append(part);
    }

    public bool Equals(ChatText? other) => other is not null && parts.SequenceEqual(other.parts);

    public override int GetHashCode() => parts.Aggregate(0, HashCode.Combine);

    /// <summary>The lines one after the other with something between them: "Ada, Grace".</summary>
    public static ChatText Join(string between, IEnumerable<ChatText> lines)
    {
        var all = new ChatText([]);
        var first = true;
        foreach (var line in lines)
        {
            if (!first)
                all.AppendLiteral(between);
            all.AppendFormatted(line);
            first = false;
        }
        return all;
    }

    /// <summary>The one way in: neighbouring words become one, so that texts that read alike are equal.</summary>
    void Append(Part part)
    {
        if (part is Link { Address: var address, Label: var label } && !IsWeb(address))
            part = new Words(label);
        if (part is not Words words)
            parts.Add(part);
        else if (parts is [.., Words before])
            parts[^1] = new Words(before.Text + words.Text);
        else if (!string.IsNullOrEmpty(words.Text))
            parts.Add(words);
    }

    static bool IsWeb(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    public override string ToString() => PlainText.Of(this);

    [JsonDerivedType(typeof(Words), "words")]
    [JsonDerivedType(typeof(Mention), "mention")]
    [JsonDerivedType(typeof(RoomLink), "room")]
    [JsonDerivedType(typeof(Moment), "moment")]
    [JsonDerivedType(typeof(Link), "link")]
    [JsonDerivedType(typeof(Code), "code")]
    public abstract record Part;

    public sealed record Words(string Text) : Part;
    public sealed record Mention(Person Person) : Part;
    public sealed record RoomLink(Room Room) : Part;

    /// <summary>An instant, shown in the reader's own time zone.</summary>
    public sealed record Moment(DateTimeOffset At) : Part;

    /// <summary>A link somebody may follow: http and https only; any other one is shown as its label.</summary>
    public sealed record Link(string Label, Uri Address) : Part;

    /// <summary>Something to type, shown as such: <c>severity sev1</c>.</summary>
    public sealed record Code(string Text) : Part;
}
