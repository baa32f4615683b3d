using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>News for those who wait, with a promise of when they hear more.</summary>
public sealed class UpdateCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "update [text] [next 30m]", "Tell stakeholders what is known and when they hear more", Topics.Responding, "post")
    { Prose = true };

    public Right? Needs => Right.Publish;

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : new(
        $"Update on {incident.Reference}", $"update {incident.Reference}", "Post update",
        [
            new TextInput("update", "What is known", Multiline: true)
            {
                Required = true,
                Hint = "For readers who don't know the system: who is hit, what is being done.",
            },
            new TextInput("next", "Next update in", MaxLength: 20)
            {
                Value = incident.IsOpen && request.Org.LevelOf(incident.Severity)?.UpdateEvery is { } every ? $"{(int)every.TotalMinutes}m" : "",
                Hint = "Such as 30m or 2h.",
            },
        ])
    {
        Intro = incident.LastUpdate is { } last ? (ChatText)$"Last update by {last.By} at {last.At}: {IncidentWords.Brief(last.Text, 500)}" : null,
    };

    public Decision Decide(Incident incident, Request request)
    {
        if (!request.IsForm)
            return Moments.TakeNext(request.Text) is var (text, next) ? incident.PostUpdate(text, next, request.Org, request.From) : null!;
        var said = request.Answer("next");
        var span = said == "" ? null : Moments.Span(said);
        return said != "" && span is null
            ? Decision.Reject($"“{said}” is no span of time; write 30m, 2h or 1d.", "next")
            : incident.PostUpdate(request.Answer("update"), span, request.Org, request.From);
    }
}
