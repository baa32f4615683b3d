namespace IncidentBot.Chat;

/// <summary>A message that somebody points at: to declare because of it, to keep it on the timeline.</summary>
/// <param name="Id">Names it for good on its platform: what was made of it is found again by that.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Address">Where it can be read; null: nowhere.</param>
public sealed record Quote(string Id, Person By, string Text, DateTimeOffset At, Uri? Address);
