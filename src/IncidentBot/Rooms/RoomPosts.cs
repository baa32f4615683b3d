using System.Net;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>What people send from a room: words, commands, pressed buttons and filled-in forms.</summary>
public sealed class RoomPosts(IRoomStore rooms, Talking talking, IDesk desk, IPeople people, Views views, TimeProvider clock)
{
    public const int LongestMessage = 4000;

    /// <summary>Words typed: talk is stored, what begins with the bot's name is a command.</summary>
    public async Task<IResult> Say(string id, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var words = Clean.Text(form["words"].ToString());
        if (words.Length > LongestMessage)
            return Trouble(413, $"That is {words.Length} characters long; {LongestMessage} fit. Shorten it, or send it in two.");
        if (await Place(id, http) is not var (me, room))
            return NoRoom();
        var file = form.Files.FirstOrDefault(one => one is { Name: "picture", Length: > 0 });
        if (words == "" && file is null)
            return Trouble(400, "Type something first.");
        if (Spoken.Command(words) is { } line)
            return file is not null ? Trouble(400, "A picture goes with a message, not with a command. Send one after the other.") : await Ask(line, form, null, me, room, http, typed: words);
        if (Spoken.Misspelt(words) is { } meant)
            return await views.Answer(new Reply.Shown(meant, Refused: true), me, room, http, words);
        return await talking.Say(room, me, words, Answering.Once(form, me), file, http.RequestAborted) is { } why
            ? Trouble(400, why)
            : await views.Said(room, http);
    }

    /// <summary>A button pressed or a form sent.</summary>
    public async Task<IResult> Do(string id, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await Place(id, http) is not var (me, room))
            return NoRoom();
        var answers = await Answering.Answers(
            form, Answering.Zone(form), typed => people.Find(typed, http.RequestAborted));
        return await Ask(form["line"].ToString(), form, answers, me, room, http, typed: "");
    }

    async Task<IResult> Ask(
        string line, IFormCollection form, IReadOnlyDictionary<string, string>? answers, Person me, WebRoom room,
        HttpContext http, string typed)
    {
        var call = new Invocation(Answering.Once(form, me), line, me, room.Room, clock.GetUtcNow())
        {
            Answers = answers,
            Zone = Answering.Zone(form),
        };
        return await views.Answer(await desk.Handle(call, http.RequestAborted), me, room, http, typed);
    }

    async Task<(Person, WebRoom)?> Place(string id, HttpContext http) =>
        views.Visitor(http) is { } me && await rooms.Find(id, me, http.RequestAborted) is { Archived: false } room
            ? (me, room)
            : null;

    static IResult NoRoom() =>
        Trouble((int)HttpStatusCode.NotFound, "This room is closed, or no longer yours to see. Reload the page.");

    static IResult Trouble(int status, string sentence) => Results.Text(sentence, statusCode: status);
}
