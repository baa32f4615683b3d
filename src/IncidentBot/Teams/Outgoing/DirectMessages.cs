using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Outgoing;

/// <summary>The conversations between the bot and one person each; opened once, then noted.</summary>
public sealed class DirectMessages(TeamsSettings settings, TeamsApi api, Roster roster, TeamsNotes notes)
{
    public async Task<Room?> With(Person person, CancellationToken ct)
    {
        if (await roster.AccountOf(person, ct) is not { } account)
            return null;
        var id = await notes.Read(Note(account), ct) ?? await Open(account, ct);
        return new(TeamsIds.Platform, id, $"@{person.Name}");
    }

    /// <summary>Somebody wrote in theirs.</summary>
    /// <param name="teams">What Teams calls them there, "29:…".</param>
    public async Task Met(string account, string teams, string? conversation, CancellationToken ct)
    {
        await Note($"user:{account}", teams, ct);
        if (conversation is not null)
            await Note(Note(account), conversation, ct);
    }

    async Task<string> Open(string account, CancellationToken ct)
    {
        var who = await notes.Read($"user:{account}", ct) ?? account;
        var parameters = new JsonObject
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = who }),
        };
        if (settings.AppId != "")
            parameters["bot"] = new JsonObject { ["id"] = $"28:{settings.AppId}" };
        if (settings.TenantId is { } tenant)
        {
            parameters["tenantId"] = tenant;
            parameters["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        }
        var (id, _) = await api.Open(parameters, null, ct);
        await Note(Note(account), id, ct);
        return id;
    }

    static string Note(string account) => $"direct:{account}";

    async Task Note(string key, string text, CancellationToken ct)
    {
        if (await notes.Read(key, ct) != text)
            await notes.Write(key, text, null, ct);
    }
}
