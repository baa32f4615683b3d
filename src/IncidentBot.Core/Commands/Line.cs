using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>A line as it was typed, taken apart; nothing is looked up yet.</summary>
/// <param name="Command">Null when its first word is no verb; <paramref name="Text"/> is then all of it.</param>
/// <param name="First">The incident named before or right after the verb.</param>
/// <param name="Second">Another one named after that.</param>
/// <param name="Into">Whether it said "into", so that the first one is what changes.</param>
public sealed record Line(
    ICommand? Command, string Verb, string Text, Reference? First = null, Reference? Second = null, bool Into = false);
