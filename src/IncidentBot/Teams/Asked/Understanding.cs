using IncidentBot.Chat;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Makes of what somebody did what they want: who, where, when, and a name for it that stays.</summary>
public sealed class Understanding(Colleagues colleagues, KnownRooms rooms, TimeProvider clock)
{
    /// <summary>Later ones than these were kept up somewhere for so long that their own time says more than ours.</summary>
    static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    /// <param name="line">What it says, without the bot's name.</param>
    public async Task<Question> Of(Activity about, string line)
    {
        var colleague = await colleagues.Of(about);
        var room = await rooms.Of(about.In);
        var now = clock.GetUtcNow();
        return new(colleague, new(
            $"{TeamsIds.Platform}:{about.Key}", line, colleague.Person, room,
            // A request that comes again asks the same, also of when; but nobody asks from the future.
            about.At is { } said && said < now + Ahead ? said : now)
        {
            Zone = colleague.Zone,
            Under = about.In.Root is { } root && room.Id == about.In.Room ? new(room, root) : null,
        });
    }

    /// <summary>The same with everybody who is mentioned, as accounts.</summary>
    public async Task<Question> Of(Activity about, Words said)
    {
        var handles = new Dictionary<string, string>();
        foreach (var who in said.Mentions.DistinctBy(one => one.Id))
            handles[who.Id] = $"@{(await colleagues.Of(who, about)).Person.Id}";
        return await Of(about, said.With(who => handles.GetValueOrDefault(who.Id, "")));
    }
}
