using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Heard;

/// <summary>Passes on what people say to each other in a channel, and what becomes of it.</summary>
public sealed class Talking(IListener listener, Understood understood, INotebook notes, ICurrentOrganisation organisation) : IHear
{
    const string Gone = "gone";
    const string Now = "now:";
    static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    public Task? Hear(Happened happened, Home home) =>
        happened.What is Event.Said { Direct: false, ByApp: false } said && said.By.Id != "" && said.By.Id != home.Bot
            ? said.Kind switch
            {
                "" or "file_share" or "thread_broadcast" or "me_message" =>
                    Addressed.Line(said.Message.Text, home.Bot, organisation.Now.Prefix) is null ? Heard(said) : null,
                "message_changed" => Changed(said, changed: true),
                "message_deleted" => Changed(said, changed: false),
                _ => null,
            }
            : null;

    async Task Heard(Event.Said said)
    {
        // It may have been changed or taken back before it arrived here.
        var words = await notes.Read(SlackIds.Platform, KeyOf(said), default) switch
        {
            null => await understood.Words(said.Message),
            Gone => "",
            var changed => changed[Now.Length..],
        };
        if (words.Trim() != "")
            await listener.Heard(
                new(await understood.Room(said.Channel), said.Message.Ts, await understood.Person(said.By), words, Time.Of(said.Message.Ts)),
                default);
    }

    async Task Changed(Event.Said said, bool changed)
    {
        var words = changed ? await understood.Words(said.Message) : null;
        await notes.Write(SlackIds.Platform, KeyOf(said), words is null ? Gone : $"{Now}{words}", Keep, default);
        await listener.Corrected(await understood.Room(said.Channel), said.Message.Ts, words, default);
    }

    static string KeyOf(Event.Said said) => $"said:{said.Channel}/{said.Message.Ts}";
}
