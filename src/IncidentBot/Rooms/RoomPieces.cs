using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>What a page asks for while somebody types: ways to go on, and people by name.</summary>
public sealed class RoomPieces(IRoomStore rooms, Bot bot, IPeople people, Visitors visitors, Drawer drawer)
{
    const int Most = 8;
    const int LongestTyped = 300;

    public async Task<IResult> Complete(string id, string typed, HttpContext http)
    {
        if (visitors.Of(http) is not { } me || await rooms.Find(id, me, http.RequestAborted) is not { } room)
            return Results.NoContent();
        if (typed.Length > LongestTyped || !typed.StartsWith('/'))
            return Results.NoContent();
        if (Root(typed) is not { } root)
            return "/incident".StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                ? await Options([("/incident ", "/incident", "Everything the bot can do")])
                : Results.NoContent();
        var line = typed[root.Length..].TrimStart();
        var found = await bot.Complete(line, me, room.Room, http.RequestAborted);
        return await Options([.. found.Take(Most).Select(one => ($"{root} {one.Line}", one.Line, one.Hint))]);
    }

    public async Task<IResult> People(string typed, HttpContext http)
    {
        if (visitors.Of(http) is null || typed.Length > LongestTyped)
            return Results.NoContent();
        var found = await people.Complete(typed.TrimStart('@'), Most, http.RequestAborted);
        return await Options([.. found.Select(person => (person.Id, person.Name, $"@{person.Id}"))]);
    }

    Task<IResult> Options((string, string, string)[] choices) => choices.Length == 0
        ? Task.FromResult(Results.NoContent())
        : drawer.Page<Options>(200, ("Choices", choices));

    /// <summary>The bot's word and a blank after it; null while it is still being typed.</summary>
    static string? Root(string typed) => Spoken.Roots.FirstOrDefault(root =>
        typed.StartsWith($"{root} ", StringComparison.OrdinalIgnoreCase)
        || typed.StartsWith($"{root}\n", StringComparison.OrdinalIgnoreCase));
}
