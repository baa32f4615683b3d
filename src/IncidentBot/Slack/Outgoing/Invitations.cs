using IncidentBot.Chat;
using IncidentBot.Slack.Calls;
using IncidentBot.Slack.People;

namespace IncidentBot.Slack.Outgoing;

/// <summary>Brings people into a channel; one whom Slack refuses keeps out nobody else.</summary>
/// <remarks>https://docs.slack.dev/reference/methods/conversations.invite</remarks>
public sealed partial class Invitations(Reach reach, Colleagues colleagues, ILogger<Invitations> log)
{
    const int AtOnce = 100;

    public async Task Bring(Room room, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var known = new HashSet<string>();
        foreach (var person in people)
            if (await colleagues.IdOf(person, ct) is { } user)
                known.Add(user);
        foreach (var users in known.Chunk(AtOnce))
            await Bring(room, users, ct);
    }

    async Task Bring(Room room, string[] users, CancellationToken ct)
    {
        try
        {
            await reach.Call(
                room, "conversations.invite",
                new { channel = room.Id, users = string.Join(',', users), force = users.Length > 1 ? true : (bool?)null }, ct);
        }
        catch (ChatRefusedException no) when (IsAboutThem(no))
        {
            var said = (SlackException)no.InnerException!;
            var refused = users.Length == 1 ? new Dictionary<string, string> { [users[0]] = said.Code } : said.Refused;
            foreach (var (user, code) in refused)
                if (code is not ("already_in_channel" or "cant_invite_self"))
                    NotInvited(user, room.Name, code);
            string[] others = [.. users.Where(user => !refused.ContainsKey(user))];
            if (others.Length == 0)
                return;
            if (others.Length < users.Length)
                await Bring(room, others, ct);
            else
                foreach (var half in users.Chunk((users.Length + 1) / 2))
                    await Bring(room, half, ct);
        }
    }

    static bool IsAboutThem(ChatRefusedException no) =>
        Reach.LossIn(no) is null && SlackException.CodeIn(no) is { } code && ErrorCodes.Of(code) is not Meaning.Configuration;

    [LoggerMessage(1453, LogLevel.Warning, "{User} can't be invited to #{Channel} ({Code})")]
    partial void NotInvited(string user, string channel, string code);
}
