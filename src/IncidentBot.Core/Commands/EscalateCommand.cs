using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Takes the next rung of the ladder now, or calls a person or a group by name.</summary>
public sealed class EscalateCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "escalate [@user|@group] [reason]", "Call the next on the ladder now, or somebody by name", Topics.Responding)
    { Prose = true };

    public IEnumerable<string> Next(string text, Organisation org) => text == "" ? org.Groups.Select(group => $"@{group.Key}") : [];

    public Decision Decide(Incident incident, Request request)
    {
        var (word, rest) = Grammar.Cut(request.Text);
        if (request.Org.FindGroup(Handles.Of(word)) is { } group && word != "")
            return incident.EscalateTo([.. group.People.Select(id => request.Org.FindMember(id)?.Person ?? new Person(id, id))], rest, request.From);
        if (!word.StartsWith('@'))
            return incident.Escalate(request.Text, request.Org, request.From);
        return request.Who(word) is { } who
            ? incident.EscalateTo([who], rest, request.From)
            : RoleCommand.NoSuchPerson(word);
    }
}
