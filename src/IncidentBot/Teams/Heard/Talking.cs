using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Passes on what people say to each other in a room, and what becomes of it.</summary>
/// <remarks>
/// Teams tells it only where the app may read it:
/// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-for-bots-and-agents
/// </remarks>
public sealed class Talking(IListener listener, Colleagues colleagues, KnownRooms rooms, Quoting quoting, INotebook notes) : ITake
{
    const string Gone = "gone";
    const string Now = "now:";
    static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    public Task<Response>? Take(Arrival arrival) => arrival switch
    {
        // Bots are not people who talk, this one least of all.
        { About: { By.IsBot: true } or { By.Id: "" } or { Id: "" } } => null,
        Overheard heard => Take(heard),
        Changed changed => Take(changed.About, changed.Message, changed.Said),
        TakenBack back => Take(back.About, back.Message, null),
        _ => null,
    };

    async Task<Response> Take(Overheard heard)
    {
        var about = heard.About;
        // It may have been changed or taken back before it arrived here.
        var words = await notes.Read(TeamsIds.Platform, KeyOf(about, heard.Message), default) switch
        {
            null => await Words(about, heard.Said),
            Gone => "",
            var changed => changed[Now.Length..],
        };
        if (words == "")
            return new Response.Taken();
        var (by, at) = ((await colleagues.Of(about)).Person, about.At ?? DateTimeOffset.UnixEpoch);
        quoting.Remember(new(Quoting.IdOf(about.In.Room, heard.Message), by, words, at, null));
        await listener.Heard(new(await rooms.Of(about.In), heard.Message, by, words, at), default);
        return new Response.Taken();
    }

    async Task<Response> Take(Activity about, string message, Words? said)
    {
        var words = said is null ? null : await Words(about, said);
        await notes.Write(TeamsIds.Platform, KeyOf(about, message), words is null ? Gone : $"{Now}{words}", Keep, default);
        await listener.Corrected(await rooms.Of(about.In), message, words, default);
        return new Response.Taken();
    }

    /// <summary>Others read a name where somebody was mentioned.</summary>
    async Task<string> Words(Activity about, Words said)
    {
        var names = new Dictionary<string, string>();
        foreach (var who in said.Mentions.DistinctBy(one => one.Id))
            names[who.Id] = (await colleagues.Of(who, about)).Person.Name;
        return Clean.Text(said.With(who => $"@{names.GetValueOrDefault(who.Id, who.Name)}"));
    }

    static string KeyOf(Activity about, string message) => $"said:{about.In.Room}/{message}";
}
