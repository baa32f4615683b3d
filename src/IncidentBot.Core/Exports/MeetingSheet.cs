namespace IncidentBot.Exports;

/// <summary>When and where a review is talked over, for people's calendars.</summary>
/// <param name="Uid">The same for every version of it, so that a calendar moves it instead of adding another.</param>
/// <param name="Version">Grows whenever it is moved, from 0.</param>
/// <param name="Bridge">Where people meet; null: not said.</param>
public sealed record MeetingSheet(string Uid, int Version, string Title, DateTimeOffset At, DateTimeOffset ChangedAt, Uri Incident, Uri? Bridge);
