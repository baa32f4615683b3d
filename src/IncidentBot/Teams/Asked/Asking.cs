using System.Text.Json;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.Replying;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Brings to the desk what somebody in Teams wants, if they may want something.</summary>
public sealed class Asking(IDesk desk, ICurrentOrganisation organisation, Inlays inlays)
{
    /// <summary>Teams shows a failure when an invoke isn't answered within five seconds or so.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(4);

    /// <summary>A message gets its answer later, and has ten seconds to be kept.</summary>
    public static readonly TimeSpan InTime = TimeSpan.FromSeconds(7);

    public Organisation Org => organisation.Now;

    public async Task<Reply> Ask(Question question, TimeSpan within)
    {
        if (!question.By.IsWelcome)
            return new Reply.Shown(Sentences.Refused(question.By.Standing), Refused: true);
        var reply = await desk.Handle(question.Asked, within, default);
        return reply is Reply.Shown shown ? shown with { Card = await inlays.Bring(shown.Card, default) } : reply;
    }

    /// <summary>What happened, and nobody waits for an answer: it is kept, or Teams is told that it wasn't.</summary>
    /// <exception cref="NotNowException">Nothing was done.</exception>
    public Task Keep(Invocation happened) => desk.Ask(happened, InTime, default);

    /// <summary>A form that was filled in and sent, with what is wrong with it where something is.</summary>
    /// <param name="question">Whose it is, and where they are.</param>
    /// <param name="data">What came with it.</param>
    /// <exception cref="UnreadableException">It is no form of ours.</exception>
    public async Task<Filled> Fill(Question question, JsonElement data, TimeSpan within)
    {
        var place = TeamsPlace.Read(data) ?? throw new UnreadableException("A form that isn't one of ours.");
        var answers = TeamsAnswers.Read(data, Org);
        var asked = question.Asked with
        {
            // The form names itself, so that sending it twice has one effect; it is somebody's own.
            Once = $"{TeamsIds.Platform}:form:{question.By.Id}:{place.Once}",
            Line = answers.TryGetValue(Which.Name, out var reference) ? $"{place.Line} {reference}" : place.Line,
            In = new(TeamsIds.Platform, place.Room, place.Room == question.Asked.In.Id ? question.Asked.In.Name : ""),
            Zone = place.Time,
            Answers = reference is null ? answers : null,
        };
        var sent = question with { Asked = asked };
        var reply = await Ask(sent, within);
        if (reply is not Reply.Invalid { Errors: var errors })
            return new(reply, place, Answers: answers);
        // The form itself isn't kept anywhere: asked the same without answers, its command asks it again.
        return await Ask(sent.Also(asked.Line, "again"), within) is Reply.Ask again
            ? new(again, place, errors, answers)
            : new(new Reply.Shown(Sentences.Wrong(errors), Refused: true), place);
    }

    /// <summary>Where a form that is opened now will be sent from.</summary>
    public static TeamsPlace Place(Question question, Form form) =>
        new(form.Line, question.Asked.In.Id, $"{Guid.NewGuid():N}", question.By.Zone.Id);

    /// <summary>Whether it changes nothing.</summary>
    public bool IsQuery(string line) => Grammar.Read(line, Org.Prefix).Command is IQueryCommand;
}

/// <summary>A form that was sent, and what came of it.</summary>
/// <param name="Errors">Null: nothing is wrong; else the reply asks the same form again.</param>
/// <param name="Answers">What had been filled in; null: nothing had, or that says another reply.</param>
public sealed record Filled(
    Reply Reply, TeamsPlace Place, IReadOnlyList<FieldError>? Errors = null, IReadOnlyDictionary<string, string>? Answers = null)
{
    /// <summary>A form that comes again is the same one; another one has a name of its own.</summary>
    public TeamsPlace Next(Question question, Form form) => Errors is null ? Asking.Place(question, form) : Place;
}
