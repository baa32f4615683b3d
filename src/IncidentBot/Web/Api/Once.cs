using System.Buffers;
using IncidentBot.Web.Answers;

namespace IncidentBot.Web.Api;

/// <summary>Names a request for good, so that sending it again has no second effect.</summary>
static class Once
{
    const string Header = "Idempotency-Key";
    const int Longest = 200;

    static readonly SearchValues<char> Printable =
        SearchValues.Create([.. Enumerable.Range(0x21, 0x7E - 0x20).Select(code => (char)code)]);

    /// <param name="about">Keys of different things never meet: "declare", "INC-12".</param>
    public static string Of(HttpRequest request, string about)
    {
        var keys = request.Headers[Header];
        if (keys.Count == 0)
            return $"api/{Guid.NewGuid():N}";
        var key = keys.ToString();
        if (key.Length is 0 or > Longest || key.AsSpan().ContainsAnyExcept(Printable))
            throw new RefusedRequestException(Problem.Unreadable(
                $"{Header} must be up to {Longest} letters, digits and signs without blanks.", Header,
                "Send a UUID, for instance."));
        return $"api/{about}/{key}";
    }
}
