using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Chat;
using IncidentBot.Settings;
using IncidentBot.Teams.Calls;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Setup;

/// <summary>Examines the token, what it allows, the addresses and the clock, as Microsoft sees them.</summary>
/// <param name="publicUrl">Where Teams would reach the bot.</param>
public sealed class TeamsExaminer(TeamsSettings settings, Uri publicUrl, Tokens tokens, TimeProvider clock) : IExaminer, IDisposable
{
    /// <summary>Tokens are refused beyond five minutes; a clock that runs off gets there.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    readonly HttpClient http = Outward.Client();

    public async Task<IReadOnlyList<Diagnosis>> Examine(CancellationToken ct) =>
    [
        // Without an id of its own no token could be for the bot.
        .. settings.AppId == "" ? [] : await Keys(ct), .. settings.ProvesItself ? await Itself(ct) : [Unproved()], .. await Team(ct), Door(),
    ];

    public void Dispose()
    {
        http.Dispose();
        tokens.Dispose();
    }

    static Diagnosis Unproved() => new(true, "Teams:AllowAnonymous: nothing is proved to anybody; for clients on this machine only.");

    /// <summary>Where it stands who signs what Teams sends, and what time they have.</summary>
    async Task<IEnumerable<Diagnosis>> Keys(CancellationToken ct)
    {
        try
        {
            using var answer = await http.Ask("its keys", new(HttpMethod.Get, settings.OpenIdMetadataUrl), clock, ct);
            return (await Answers.Read(answer, ct)).TextOrNull("jwks_uri") is null
                ? [new(false, $"{settings.OpenIdMetadataUrl} doesn't say which keys Teams signs with. Correct Teams:OpenIdMetadataUrl.")]
                : [new(true, "The keys that Teams signs with can be had."), .. Clock(answer.Headers.Date)];
        }
        catch (Exception fault) when (fault is ChatUnavailableException or ChatRefusedException)
        {
            return [new(false, $"{settings.OpenIdMetadataUrl} can't be reached. {WayOut("Teams:OpenIdMetadataUrl")}")];
        }
    }

    IEnumerable<Diagnosis> Clock(DateTimeOffset? theirs)
    {
        if (theirs is not { } then)
            return [];
        var off = clock.GetUtcNow() - then;
        return off.Duration() <= Skew
            ? [new(true, "The clock agrees with Microsoft's.")]
            : [new(false, $"The clock is {(int)off.Duration().TotalSeconds} seconds {(off > TimeSpan.Zero ? "ahead of" : "behind")} "
                + "Microsoft's; from 300 on everything from Teams is refused. Set it by NTP.")];
    }

    async Task<IEnumerable<Diagnosis>> Itself(CancellationToken ct)
    {
        try
        {
            await tokens.For(Tokens.Connector, ct);
            var graph = await tokens.For(tokens.Graph, ct);
            return [new(true, "Microsoft gives the bot a token for messages and one for Graph."), .. Permissions(graph!)];
        }
        catch (ChatUnavailableException no)
        {
            var unreachable = no.InnerException is not TeamsException;
            return [new(false, unreachable ? $"{no.Message} {WayOut("Teams:LoginUrl")}" : no.Message)];
        }
    }

    /// <remarks>Consent given by the app's package stands in no token; the team itself tells of that.</remarks>
    static Diagnosis[] Permissions(string token)
    {
        if (Roles(token) is not { } granted)
            return [new(true, "Graph's token doesn't say what it allows; docs/teams.md lists what is needed.")];
        Diagnosis[] missing =
        [
            .. Scope.OfTheOrganisation.Where(scope => !granted.Contains(scope.Name) && !granted.Contains(scope.Wide ?? scope.Name))
                .Select(scope => new Diagnosis(
                    false, $"The registration lacks the application permission {scope.Name}, which {scope.Why}. Add it under “API "
                        + "permissions” → “Microsoft Graph”, and grant admin consent.")),
        ];
        return missing.Length > 0 ? missing : [new(true, $"The registration has all {Scope.OfTheOrganisation.Count} application permissions.")];
    }

    static HashSet<string>? Roles(string token)
    {
        try
        {
            return token.Split('.') is [_, var claims, _]
                ? [.. Json.Parse(Base64Url.DecodeFromChars(claims)).Items("roles").Select(role => role.Text())]
                : null;
        }
        catch (Exception odd) when (odd is FormatException or UnreadableException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether each team lets the bot look into it, as opening channels there needs.</summary>
    async Task<IEnumerable<Diagnosis>> Team(CancellationToken ct)
    {
        if (settings.Teams.Count == 0)
            return [new(true, "Teams:TeamId is empty: incidents get their channels in the team that the app was added to last.")];
        var found = new List<Diagnosis>();
        foreach (var team in settings.Teams.Where(one => !one.StartsWith("19:", StringComparison.Ordinal)))
            found.Add(await Look(team, ct));
        return found;
    }

    async Task<Diagnosis> Look(string team, CancellationToken ct)
    {
        try
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.GraphUrl, $"teams/{team}/channels?$select=id"));
            request.Headers.Authorization = await tokens.For(tokens.Graph, ct) is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
            using var answer = await http.Ask("a team", request, clock, ct);
            return (int)answer.StatusCode switch
            {
                < 300 => new(true, $"The team {team} shows the bot its channels."),
                404 => new(false, $"There is no team {team}. Copy the group id from the team's link into Teams:TeamId."),
                401 or 403 => new(
                    false, $"The team {team} shows the bot nothing. Add the app to it and consent to {Scope.OfTheTeam[0].Name} and the others, or "
                        + $"grant the application permission {Scope.OfTheTeam[0].Wide}. Until then incidents are threads in one channel."),
                var status => new(false, $"Graph can't say anything of the team {team} now ({status}). Try again."),
            };
        }
        catch (Exception fault) when (fault is ChatUnavailableException or ChatRefusedException)
        {
            return new(false, $"Graph can't be reached at {settings.GraphUrl}. {WayOut("Teams:GraphUrl")}");
        }
    }

    /// <summary>How activities get in.</summary>
    Diagnosis Door() => settings.AllowAnonymous
        ? new(true, $"Activities are taken from this machine at {new Uri(publicUrl, "/api/messages")}.")
        : publicUrl is { Scheme: "https", IsLoopback: false }
            ? new(true, $"The bot's messaging endpoint in Azure must be {new Uri(publicUrl, "/api/messages")}.")
            : new(false, $"Teams can't reach {publicUrl}. Set PublicUrl to an https address that the internet reaches; the bot's "
                + "messaging endpoint in Azure is that with /api/messages.");

    static string WayOut(string key) => $"Open the way out for HTTPS, set HTTPS_PROXY, or correct {key}.";
}
