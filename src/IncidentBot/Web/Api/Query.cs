using System.Buffers;
using IncidentBot.Web.Answers;

namespace IncidentBot.Web.Api;

/// <summary>Reads the parameters of an address, and names the one that is wrong.</summary>
static class Query
{
    const int Usual = 50;
    const int Most = 500;
    const int LongestCursor = 100;

    /// <summary>Every cursor is made of numbers and names of ours.</summary>
    static readonly SearchValues<char> Positions = SearchValues.Create("0123456789.-abcdefghijklmnopqrstuvwxyz");

    public static int Limit(string? said) =>
        string.IsNullOrEmpty(said) ? Usual
        : int.TryParse(said, out var limit) && limit is >= 1 and <= Most ? limit
        : throw Wrong("limit", $"“limit” must be a number from 1 to {Most}.", $"Send ?limit={Usual}, or leave it out.");

    public static string? Cursor(string? said) =>
        string.IsNullOrEmpty(said) ? null
        : said.Length <= LongestCursor && !said.AsSpan().ContainsAnyExcept(Positions) ? said
        : throw WrongCursor();

    /// <summary>A cursor that is a number, counted from the start.</summary>
    public static int Offset(string? cursor) =>
        Cursor(cursor) is not { } said ? 0
        : int.TryParse(said, out var offset) && offset >= 0 ? offset
        : throw WrongCursor();

    public static bool? Flag(string name, string? said) => said?.ToLowerInvariant() switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        _ => throw Wrong(name, $"“{name}” must be true or false.", $"Send ?{name}=true, or leave it out."),
    };

    public static RefusedRequestException WrongCursor() =>
        Wrong("cursor", "“cursor” is not one that this list gave out.",
            "Send “next” of the page before, or leave it out.");

    public static RefusedRequestException Wrong(string field, string detail, string fix) =>
        new(Problem.Unreadable(detail, field, fix));
}
