using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Passes on what people say to each other in a channel, and what becomes of it.</summary>
public sealed class Talking(IListener listener, Understood understood, Order order, ICurrentOrganisation organisation) : IHear
{
    const string Gone = "gone";
    const string Now = "now:";

    /// <param name="kind">Slack's subtype.</param>
    internal static bool IsTalk(string kind) => kind is "" or "file_share" or "thread_broadcast" or "me_message";

    public Task? Hear(Happened happened, Home home) =>
        happened.What is Event.Said { Direct: false, ByApp: false } said && said.By.Id != "" && said.By.Id != home.Bot
            ? said.Kind switch
            {
                var kind when IsTalk(kind) =>
                    Addressed.Line(said.Message.Text, home.Bot, organisation.Now.Prefix) is null ? Heard(said) : null,
                "message_changed" => Changed(said, happened),
                "message_deleted" => Correct(said, happened, Gone),
                _ => null,
            }
            : null;

    async Task Heard(Event.Said said)
    {
        // It may have been changed or taken back before it arrived here, or meanwhile on another node.
        var known = await order.Last(About(said));
        var words = known is null ? await understood.Words(said.Message) : WordsIn(known) ?? "";
        if (words.Trim() == "")
            return;
        var room = await understood.Room(said.Channel);
        await listener.Heard(new(room, said.Message.Ts, await understood.Person(said.By), words, Time.Of(said.Message.Ts))
        {
            Files = Attachments(said.Message),
        }, default);
        while (await order.Last(About(said)) is { } newer && newer != known)
            await listener.Corrected(room, said.Message.Ts, WordsIn(known = newer), default);
    }

    internal static IReadOnlyList<Attachment> Attachments(Message message) =>
        [.. message.Files.Where(file => file.Id != "").Select(file => new Attachment(file.Id, file.Name, file.IsPicture, file.Address, file.Download))];

    async Task Changed(Event.Said said, Happened happened) =>
        await Correct(said, happened, $"{Now}{await understood.Words(said.Message)}");

    Task Correct(Event.Said said, Happened happened, string state) => order.InTurn(
        About(said), happened, state,
        async (now, _) => await listener.Corrected(await understood.Room(said.Channel), said.Message.Ts, WordsIn(now), default));

    static string About(Event.Said said) => $"said:{said.Channel}/{said.Message.Ts}";

    /// <returns>Null: it was taken back.</returns>
    static string? WordsIn(string state) => state == Gone ? null : state[Now.Length..];
}
