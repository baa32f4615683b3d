using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Says what the bot is for, once wherever it is added.</summary>
public sealed class Greeting(TeamsApi api, INotebook notes, ICurrentOrganisation organisation)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task Say(Activity about, CancellationToken ct)
    {
        var note = $"greeted:{about.In.Room}";
        if (await notes.Read(TeamsIds.Platform, note, ct) is not null)
            return;
        await notes.Write(TeamsIds.Platform, note, "yes", Kept, ct);
        var card = Sentences.Hello(about.In.Kind == PlaceKind.Personal ? "" : "@IncidentBot ");
        try
        {
            await api.Send(about.In.Conversation, new JsonObject
            {
                ["type"] = "message",
                ["summary"] = TeamsCard.Text(card),
                ["attachments"] = new JsonArray(TeamsCard.Attachment(card, organisation.Now)),
            }, ct);
        }
        catch (Exception failure) when (failure is ChatUnavailableException or ChatRefusedException)
        {
            // A greeting is worth no second try.
        }
    }
}
