using IncidentBot.Chat;

namespace IncidentBot.Teams.Calls;

/// <summary>Where Teams takes what is for the people of this tenant. It moves, and every activity says where it is now.</summary>
public sealed class ServiceUrl(TeamsSettings settings, TeamsNotes notes)
{
    const string Note = "service";

    volatile Uri? last;

    /// <summary>Ends with a slash.</summary>
    /// <remarks>Read every time: it may have been another node that was told.</remarks>
    public async Task<Uri> Now(CancellationToken ct) =>
        await notes.Read(Note, ct) is { } noted && Uri.TryCreate(noted, UriKind.Absolute, out var url)
            && settings.Trusts(url) ? url : settings.ServiceUrl;

    /// <summary>An activity said so; one from elsewhere says nothing.</summary>
    public async Task Heard(Uri said, CancellationToken ct)
    {
        if (!settings.Trusts(said))
            return;
        var url = new Uri($"{said.GetLeftPart(UriPartial.Path).TrimEnd('/')}/");
        if (url == last || url == await Now(ct))
            return;
        await notes.Write(Note, $"{url}", null, ct);
        last = url;
    }
}
