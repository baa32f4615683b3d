using IncidentBot.Cards;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>
/// The one way in: whatever the platform, somebody's words become an <see cref="Invocation"/>, go through here,
/// and come back as what to show them.
/// </summary>
public sealed class Bot(IIncidents incidents, ICurrentOrganisation organisation, IPeople people, IPhrasing? phrasing = null)
{
    public async Task<Reply> Handle(Invocation call, CancellationToken ct)
    {
        var org = organisation.Now;
        call = call.Cleaned();
        var here = Seen(await Where(call, ct), call.By, org);
        var line = Grammar.Read(call.Line, org.Prefix).WithLast(org.Prefix, inRoomOfAnother: here is not null);
        if (line.Command is not { } command)
            return Guess.For(line, org);

        var (first, second) = (line.First, line.Second ?? Named(call.Answers?.GetValueOrDefault(Request.Into), org));
        // "merge INC-12" in a room of its own is about the room's incident; INC-12 is the one it goes into.
        if (command is IChangeCommand { NamesAnother: true } && here is not null
            && first is not null && first != here.Reference && second is null && !line.Into)
            (first, second) = (here.Reference, first);
        var about = first is { } named ? Seen(await incidents.Find(named, ct), call.By, org) : here;
        var other = second is { } also ? Seen(await incidents.Find(also, ct), call.By, org) : null;
        if (first is { } missing && about is null)
            return NoSuch(missing);
        if (second is { } absent && other is null)
            return line.Second is null && call.Answers is not null
                ? new Reply.Invalid([new(Request.Into, PlainText.Of(Unknown(absent)))])
                : NoSuch(absent);

        var request = new Request(call, line.Verb, line.Text, org, await Met(Handles.In(line.Text), ct), other)
        {
            Here = here,
            Phrasing = phrasing,
        };
        return command switch
        {
            IChangeCommand change when command is not IStartCommand || first is not null => await Change(change, request, about, ct),
            IStartCommand { Within: true } when about is null => Refuse($"Name the incident it is part of: {Code(command.Usage.Syntax)}."),
            IStartCommand start => await Start(start, start.Within ? request with { Other = about } : request, ct),
            IQueryCommand query => Refusal(command, request, about)
                ?? (query.Ask(request) is { } form ? new Reply.Ask(form) : await query.Answer(request, about, incidents, ct)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>How a half-typed line could go on, whole lines, best first; never what the person may not see.</summary>
    public Task<IReadOnlyList<Completion>> Complete(string typed, Person by, Room @in, CancellationToken ct) =>
        new Completing(incidents, organisation.Now, people).Of(Clean.Text($"{typed}|")[..^1], by, @in, ct);

    /// <summary>The incident whose own room it was asked in, or under whose card.</summary>
    async Task<Incident?> Where(Invocation call, CancellationToken ct) =>
        await incidents.In(call.In, ct) ?? (call.Under is { } card ? await incidents.ShownBy(card, ct) : null);

    async Task<Reply> Start(IStartCommand command, Request request, CancellationToken ct)
    {
        var asked = request.IsForm && command.Read(request.Unanswered) is Started.Answers { Reply: Reply.Ask ask } ? ask.Form : null;
        if (asked is not null)
        {
            request = await Answered(request, asked, ct);
            if (Answers.Flaws(asked, request) is { Count: > 0 } flaws)
                return new Reply.Invalid(flaws);
        }
        if (command.Read(request) is not Started.Declares { Declaration: var said })
            return ((Started.Answers)command.Read(request)).Reply;

        var room = request.Org.Platforms.Contains(request.Call.In.Platform) ? request.Call.In : null;
        var outcome = await incidents.Start(
            request.Call.Once, said.Fingerprint,
            (blank, before) => blank.Declare(said, before, room, request.Org, request.From), ct);
        // Also when the request is repeated: the first time may have ended between the two.
        if (command.Within && request.Other is { } whole && outcome.Decision is not Decision.Rejected)
            await incidents.Change(
                $"{request.Call.Once}/part", whole.Id, parent => parent.AddSubIncident(outcome.Incident, request.From), ct);
        return outcome.Repeated || outcome.Decision is Decision.Accepted
            ? new Reply.Shown(AnswerCard.Declared(outcome.Incident, request.Org), About: $"{outcome.Incident.Reference}")
            : await Said(null, outcome, asked, request, ct);
    }

    async Task<Reply> Change(IChangeCommand command, Request request, Incident? about, CancellationToken ct)
    {
        if (about is null)
            return Refuse(
                $"Which incident? Name it: {Code($"{command.Usage.Verb} {request.Org.Prefix}-12")}, or type it in the incident's room.",
                new Button("Show open incidents", "list"));
        if (Refusal(command, request, about) is { } refusal)
            return refusal;
        var asked = command.Ask(about, request.Unanswered);
        if (!request.IsForm)
        {
            if (asked is not null)
                return new Reply.Ask(asked);
            if (command.Offer(about, request) is { } card)
                return new Reply.Shown(card, About: $"{about.Reference}");
        }
        else if (asked is not null)
        {
            request = await Answered(request, asked, ct);
            if (Answers.Flaws(asked, request) is { Count: > 0 } flaws)
                return new Reply.Invalid(flaws);
        }
        // Looked at again where it is decided: a right or a membership may be gone by then.
        var outcome = await incidents.Change(
            request.Call.Once, about.Id,
            incident => Forbidden(command, request, incident) ?? command.Decide(incident, request), ct);
        return outcome is null ? NoSuch(about.Reference) : await Said(command, outcome, asked, request, ct);
    }

    async Task<Reply> Said(IChangeCommand? command, Outcome outcome, Form? asked, Request request, CancellationToken ct)
    {
        var (decision, incident) = (outcome.Decision, outcome.Incident);
        var name = $"{incident.Reference}";
        if (outcome.Repeated)
            return Done(await Then(incident, request, ct));
        return decision switch
        {
            Decision.Accepted accepted => Done(accepted.Facts),
            Decision.Unchanged unchanged => new Reply.Shown(AnswerCard.Plain(unchanged.Reason), About: name),
            Decision.Rejected { Field: { } field } rejected when request.IsForm && Input(asked, field) is { } input =>
                new Reply.Invalid([new(input.Name, PlainText.Of(rejected.Reason))]),
            Decision.Rejected rejected => new Reply.Shown(
                AnswerCard.No(rejected.Reason), Refused: true, About: incident.Status == IncidentStatus.Undeclared ? null : name),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Reply.Shown Done(IReadOnlyList<IncidentEvent> facts) => new(
            command?.Done(incident, facts, request.Org) ?? AnswerCard.Done(incident, facts, request.Org, request.Call.In),
            About: name);
    }

    /// <summary>What the same request did when it came the first time.</summary>
    async Task<IReadOnlyList<IncidentEvent>> Then(Incident incident, Request request, CancellationToken ct) =>
        [.. (await incidents.History(incident.Id, ct)).Select(one => one.Fact).Where(fact => fact.From == request.From)];

    async Task<Request> Answered(Request request, Form form, CancellationToken ct)
    {
        var chosen = form.Inputs.OfType<PersonInput>().Select(input => request.Answer(input.Name)).Where(id => id != "");
        var found = await Met(chosen.Select(Handles.Of), ct);
        return request with { People = request.People.Concat(found).DistinctBy(one => one.Key).ToDictionary() };
    }

    async Task<Dictionary<string, Person>> Met(IEnumerable<string> handles, CancellationToken ct)
    {
        var found = new Dictionary<string, Person>();
        foreach (var handle in handles)
            if (await people.Find(handle, ct) is { } person)
                found[handle] = person;
        return found;
    }

    static Input? Input(Form? form, string field) =>
        form?.Inputs.FirstOrDefault(input => input.Name == field || input.Name == $"field.{field}");

    static Incident? Seen(Incident? incident, Person by, Organisation org) =>
        incident?.VisibleTo(by, org) == true ? incident : null;

    static Reference? Named(string? written, Organisation org) =>
        written is not null && Reference.TryParse(written, org.Prefix, out var reference) ? reference : null;

    static Reply.Shown? Refusal(ICommand command, Request request, Incident? about) =>
        Forbidden(command, request, about) is Decision.Rejected rejected ? Refuse(rejected.Reason) : null;

    static Decision? Forbidden(ICommand command, Request request, Incident? about) =>
        about is not null && !about.VisibleTo(request.By, request.Org) ? Decision.Reject(Unknown(about.Reference))
        : command.Needs is not { } right ? null
        : Permission.Missing(command.Usage.Verb, right, request, about);

    static Reply.Shown NoSuch(Reference reference) => Refuse(Unknown(reference), new Button("Show open incidents", "list"));

    static ChatText Unknown(Reference reference) =>
        $"There is no {reference.ToString()}. {Code("list")} shows the open ones, {Code("search …")} finds the others.";

    static Reply.Shown Refuse(ChatText reason, params IReadOnlyList<Button> buttons) =>
        new Reply.Shown(AnswerCard.No(reason) with { Buttons = buttons }, Refused: true);

    static ChatText.Code Code(string line) => new(line);
}
