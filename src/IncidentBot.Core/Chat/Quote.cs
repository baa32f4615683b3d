using System.Text.Json.Serialization;

namespace IncidentBot.Chat;

/// <summary>A message that somebody points at: to declare because of it, to keep it on the timeline.</summary>
/// <param name="Id">Names it for good on its platform: what was made of it is found again by that.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Address">Where it can be read; null: nowhere.</param>
public sealed record Quote(string Id, Person By, string Text, DateTimeOffset At, Uri? Address)
{
    /// <summary>It is pointed at by a mark that it bears, such as a pin, and stays as long as it bears one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Marked { get; init; }

    /// <summary>What names a message of a room for good; that of a thread, by what the thread stands in.</summary>
    public static string IdOf(Room room, string message) => $"{room.Id.Split(';')[0]}/{message}";
}
