using System.Collections.Immutable;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>How a note reads by now.</summary>
/// <param name="By">Whose words they are: of whoever wrote the note, or the message that it keeps.</param>
/// <param name="Said">What the message that it keeps says, as far as it was heard.</param>
public sealed record WrittenNote(string Text, Person By, string Said)
{
    public bool Corrected { get; init; }

    /// <summary>It keeps a message for as long as that bears a mark.</summary>
    public bool Marked { get; init; }

    /// <summary>It is hidden because the mark is gone; should there be one again, the message is kept anew.</summary>
    public bool Unmarked { get; init; }

    /// <summary>The message that it keeps is gone from the chat.</summary>
    public bool Gone { get; init; }
}

static class WrittenNotes
{
    /// <summary>With one of them changed; as it is where there is no such note.</summary>
    public static ImmutableDictionary<int, WrittenNote> With(
        this ImmutableDictionary<int, WrittenNote> written, int note, Func<WrittenNote, WrittenNote> change) =>
        written.TryGetValue(note, out var known) ? written.SetItem(note, change(known)) : written;
}
