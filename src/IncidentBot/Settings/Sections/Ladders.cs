using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The section <c>escalation</c>: who is called, in which order, while nobody acknowledges.</summary>
internal static class Ladders
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <param name="otherwise">Closes the list, so that no incident is without a ladder.</param>
    public static IReadOnlyList<Ladder> Read(
        Spot section, Known known, IReadOnlyList<RoleDescription> roles, Ladder otherwise)
    {
        string? forAll = null;
        var ladders = section.Each((key, spot) =>
        {
            var ladder = One(key, spot, known, roles);
            if (forAll is not null)
                spot.Wrong($"is never reached, because “{forAll}” above it is for everything; "
                    + "move it up, or say there which severities or services it is for.");
            else if (ladder.Severities.Count == 0 && ladder.Services.Count == 0)
                forAll = key;
            return ladder;
        });
        return forAll is null ? [.. ladders, otherwise] : ladders;
    }

    static Ladder One(string key, Spot spot, Known known, IReadOnlyList<RoleDescription> roles)
    {
        var fields = spot.Fields();
        var ladder = new Ladder(
            key,
            fields["severities"]?.References(known.Severities) ?? [],
            fields["services"]?.References(known.Services) ?? [],
            [
                .. (fields.Needed("steps", "list whom to call after how long")?.Items() ?? [])
                    .Select(step => Step(step, known, roles)),
            ],
            fields["repeat"]?.Number(1, 20) ?? 1,
            fields.Needed("last", "name the human who is called when everything else was tried") is { } last
                ? Last(last, known, roles)
                : new Target.Reporter());
        fields.Done();
        return ladder;
    }

    static LadderStep Step(Spot spot, Known known, IReadOnlyList<RoleDescription> roles)
    {
        var fields = spot.Fields();
        var step = new LadderStep(
            fields.Needed("after", "say how long to wait before it, such as 5m")?.Duration(TimeSpan.Zero, Longest)
                ?? TimeSpan.Zero,
            [
                .. (fields.Needed("to", "say whom it calls")?.Items() ?? [])
                    .Select(to => Whom(to, known, roles)).OfType<Target>(),
            ]);
        if (fields["to"] is { Node: Node.Sequence { Items.Count: 0 } } nobody)
            nobody.Wrong("calls nobody; name a person, group, role, announce or reporter.");
        fields.Done();
        return step;
    }

    static Target Last(Spot spot, Known known, IReadOnlyList<RoleDescription> roles)
    {
        var whom = Whom(spot, known, roles);
        if (whom is Target.AnnounceRooms or Target.HoldersOf)
            spot.Wrong("must be a human who can always be called: a person, a group or the reporter; "
                + "a room or a role may be empty.");
        return whom ?? new Target.Reporter();
    }

    /// <summary>"announce", "reporter", or one line: "person: ada", "group: payments", "role: manager".</summary>
    static Target? Whom(Spot spot, Known known, IReadOnlyList<RoleDescription> roles)
    {
        const string choices = "write announce, reporter, or one of “person: …”, “group: …”, “role: …”";
        if (spot.Node is Node.Scalar { Text: "announce" })
            return new Target.AnnounceRooms();
        if (spot.Node is Node.Scalar { Text: "reporter" })
            return new Target.Reporter();
        if (spot.Node is not Node.Mapping { Entries.Count: 1 })
        {
            spot.Wrong(spot.Node is Node.Scalar word
                ? $"can't call “{Spot.Short(word.Text)}”; {choices}."
                : $"must name one whom to call; {choices}.");
            return null;
        }
        var fields = spot.Fields();
        Target? target = fields["person"]?.Reference(known.People) is { } person ? new Target.OnePerson(person)
            : fields["group"]?.Reference(known.Groups) is { } group ? new Target.GroupOf(group)
            : fields["role"]?.Reference(known.Roles) is { } key
                ? new Target.HoldersOf(roles.First(role => role.Key == key).Role)
            : null;
        if (target is null && spot.Node is Node.Mapping { Entries: [{ Value.IsNothing: true }] })
            spot.Wrong($"names nobody; {choices}.");
        fields.Done();
        return target;
    }
}
