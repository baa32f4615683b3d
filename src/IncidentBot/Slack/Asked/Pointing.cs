using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Slack.People;

namespace IncidentBot.Slack.Asked;

/// <summary>Keeps the messages that buttons are about: a button has room for a name and for no more.</summary>
/// <remarks>A shortcut shows the bot also what stands where it can't read.</remarks>
public sealed class Pointing(INotebook notes, Quoting quoting)
{
    static readonly TimeSpan Long = TimeSpan.FromDays(7);

    public Task Keep(Quote quote) =>
        notes.Write(SlackIds.Platform, Key(quote.Id), JsonSerializer.Serialize(quote), Long, default);

    /// <param name="id">As <see cref="Quoting.IdOf"/> has it.</param>
    /// <returns>Null: it can't be read any more.</returns>
    public async Task<Quote?> Of(string id)
    {
        if (await notes.Read(SlackIds.Platform, Key(id), default) is { } kept)
            return JsonSerializer.Deserialize<Quote>(kept);
        return id.Split('/') is [var channel, var ts] && await quoting.Read(channel, ts) is { } message
            ? await quoting.Of(channel, message)
            : null;
    }

    static string Key(string id) => $"quote:{id}";
}
