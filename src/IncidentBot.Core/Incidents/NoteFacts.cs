using System.Text.Json.Serialization;
using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <param name="Note">From 1 within its incident; people hide and share notes by it.</param>
/// <param name="HappenedAt">When it happened, which may be long before it was written down.</param>
/// <param name="Quoted">The message that it keeps; null: somebody's own words.</param>
public sealed record Noted(
    int Note, string Text, DateTimeOffset HappenedAt, bool Shared, Origin From, Quote? Quoted = null)
    : IncidentEvent(From), IOfNote
{
    protected override DateTimeOffset Happened => HappenedAt;

    public override Incident ApplyTo(Incident incident) => incident with
    {
        Notes = Note,
        SharedNotes = Shared ? [.. incident.SharedNotes, Note] : incident.SharedNotes,
        Quotes = Quoted is null ? incident.Quotes : incident.Quotes.SetItem(Quoted.Id, Note),
        Written = incident.Written.SetItem(Note, new(Text, Quoted?.By ?? By, Text) { Marked = Quoted is { Marked: true } }),
    };

    public override ChatText Describe() => Quoted switch
    {
        null => $"{By}: {Text}",
        { Address: { } address } => $"{By} kept what {Quoted.By} said: {Text} ({new ChatText.Link("read it there", address)})",
        _ => $"{By} kept what {Quoted.By} said: {Text}",
    };

    protected override bool ForEverybody => Shared;
    protected override string? Findable => Text;
}

/// <summary>The note is kept but no longer shown.</summary>
/// <param name="Unmarked">The message that it keeps lost its last mark in the chat.</param>
public sealed record NoteHidden(
    int Note, Origin From, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Unmarked = false)
    : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        HiddenNotes = [.. incident.HiddenNotes, Note],
        Written = incident.Written.With(Note, one => one with { Unmarked = Unmarked }),
    };

    public override ChatText Describe() => Unmarked && By == Person.Bot
        ? (ChatText)$"Note {Note} is hidden, since its message is not pinned any more"
        : $"{By} hid note {Note}";
}

/// <summary>The note is for readers outside the response, or no longer so.</summary>
public sealed record NoteShared(int Note, bool Shared, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        SharedNotes = [.. incident.SharedNotes.Where(note => note != Note), .. Shared ? [Note] : Array.Empty<int>()],
    };

    public override ChatText Describe() => $"{By} made note {Note} {(Shared ? "public" : "internal")}";
}

/// <summary>The note reads otherwise now; what it said stays on the record.</summary>
public sealed record NoteCorrected(int Note, string Was, string Is, Origin From) : IncidentEvent(From), IOfNote
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Written = incident.Written.With(Note, one => one with { Text = Is, Corrected = true }) };

    public override ChatText Describe() => $"{By} corrected note {Note}: {Is} (it was: {Was})";
    protected override string? Findable => Is;
}

/// <summary>Whoever said what a note keeps says it otherwise by now; what they said first stays on the record.</summary>
public sealed record QuoteEdited(int Note, string Was, string Is, Origin From) : IncidentEvent(From), IOfNote
{
    public override Incident ApplyTo(Incident incident) => incident with
    {
        Written = incident.Written.With(Note, one => one with { Text = Is, Said = Is, Corrected = true }),
    };

    public override ChatText Describe() => $"{By} edited the message that note {Note} keeps: {Is} (it was: {Was})";
    protected override bool IsResponse => false;
    protected override string? Findable => Is;
}

/// <summary>The message that a note keeps was taken back in the chat; the note stays.</summary>
public sealed record QuoteGone(int Note, Origin From) : IncidentEvent(From)
{
    public override Incident ApplyTo(Incident incident) =>
        incident with { Written = incident.Written.With(Note, one => one with { Gone = true }) };

    public override ChatText Describe() => $"The message that note {Note} keeps was deleted in the chat";
}

/// <summary>A fact with the words of a note in it; hidden with the note.</summary>
public interface IOfNote
{
    int Note { get; }
}
