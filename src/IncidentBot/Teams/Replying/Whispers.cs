using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Replying;

/// <summary>Brings answers to whoever asked and to nobody else: in the same place where Teams can, else in their own chat.</summary>
public sealed partial class Whispers(
    TeamsApi api, DirectMessages direct, ICurrentOrganisation organisation, TimeProvider clock, ILogger<Whispers> log)
{
    const int MostTries = 3;
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public Task Card(Activity about, Colleague whom, Card card, CancellationToken ct) =>
        Bring(about, whom.Person, TeamsCard.Attachment(card, organisation.Now), TeamsCard.Text(card), ct);

    /// <summary>To whoever it was, where nobody can look up who that is.</summary>
    public Task Card(Activity about, Card card, CancellationToken ct) =>
        Bring(about, null, TeamsCard.Attachment(card, organisation.Now), TeamsCard.Text(card), ct);

    /// <summary>A form as a card with questions: a message opens no dialog.</summary>
    public Task Form(Activity about, Colleague whom, string title, JsonObject card, CancellationToken ct) =>
        Bring(about, whom.Person, new() { ["contentType"] = TeamsCard.ContentType, ["content"] = card }, title, ct);

    async Task Bring(Activity about, Person? whom, JsonObject attachment, string summary, CancellationToken ct)
    {
        // Pages go before it, and so does asking who somebody is, for which a request waits.
        InHand.Urgency = Chat.Urgency.Echo;
        for (var tries = 1; ; tries++)
            try
            {
                await Send(about, whom, Message(about, attachment.DeepClone(), summary), ct);
                return;
            }
            catch (ChatUnavailableException later) when (tries < MostTries && (later.RetryAfter ?? TimeSpan.Zero) <= Longest)
            {
                await Task.Delay(later.RetryAfter ?? TimeSpan.FromSeconds(tries), clock, ct);
            }
            catch (Exception failure) when (failure is ChatUnavailableException or ChatRefusedException)
            {
                Lost(failure.Message);
                return;
            }
    }

    /// <param name="whom">Null: nobody knows, so that there is no other way to them.</param>
    async Task Send(Activity about, Person? whom, JsonObject message, CancellationToken ct)
    {
        if (about.In.Kind == PlaceKind.Personal)
            await api.Send(about.In.Conversation, message, ct);
        else
            await api.Whisper(
                about.In.Conversation, message, async () => whom is null ? null : (await direct.With(whom, ct))?.Id, ct);
    }

    static JsonObject Message(Activity about, JsonNode attachment, string summary) => new()
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = about.Bot },
        ["recipient"] = new JsonObject { ["id"] = about.By.Id, ["name"] = about.By.Name },
        ["conversation"] = new JsonObject { ["id"] = about.In.Conversation },
        ["summary"] = summary,
        ["attachments"] = new JsonArray(attachment),
    };

    [LoggerMessage(1522, LogLevel.Warning, "An answer did not reach the one who asked: {Reason}")]
    partial void Lost(string reason);
}
