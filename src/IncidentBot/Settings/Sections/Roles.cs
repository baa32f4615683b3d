using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The sections <c>roles</c> and <c>rights</c>: the seven in its own words, and who may do what.</summary>
internal static class Roles
{
    static readonly Dictionary<string, Right> RightKeys = new()
    {
        ["resolve"] = Right.Resolve,
        ["publish"] = Right.Publish,
        ["close"] = Right.Close,
        ["see-private"] = Right.SeePrivate,
        ["administer"] = Right.Administer,
    };

    public static IReadOnlyList<RoleDescription> Read(Spot section, IReadOnlyList<RoleDescription> before)
    {
        var fields = section.Fields();
        List<RoleDescription> roles = [.. before.Select(role => fields[role.Key] is { } spot ? One(spot, role) : role)];
        fields.Done();
        foreach (var twice in roles.GroupBy(role => Nearest.Plain(role.Name)).Where(same => same.Count() > 1))
            section.Wrong($"calls two of them “{twice.First().Name}”; give every role a name of its own.");
        return roles;
    }

    public static IReadOnlyDictionary<Right, Holders> Rights(
        Spot section, Known known, IReadOnlyList<RoleDescription> roles, IReadOnlyDictionary<Right, Holders> before)
    {
        var fields = section.Fields();
        var rights = RightKeys.ToDictionary(
            right => right.Value,
            right => fields[right.Key] is { } spot ? Held(spot, known, roles) : before[right.Value]);
        fields.Done();
        return rights;
    }

    static RoleDescription One(Spot spot, RoleDescription before)
    {
        var fields = spot.FieldsOr("name");
        var role = before with
        {
            Name = fields["name"]?.Text() ?? before.Name,
            Description = fields["description"]?.Text(1000) ?? before.Description,
            Duties = fields["duties"]?.Texts(500) ?? before.Duties,
        };
        fields.Done();
        return role;
    }

    static Holders Held(Spot spot, Known known, IReadOnlyList<RoleDescription> roles)
    {
        if (spot.Node is Node.Scalar { Text: "everybody" })
            return Holders.Anybody;
        if (spot.Node is Node.Scalar { Text: "nobody" })
            return Holders.Nobody;
        if (spot.Node is not Node.Mapping)
        {
            spot.Wrong("must be “everybody”, “nobody”, or a block with “roles” and “groups”.");
            return Holders.Nobody;
        }
        var fields = spot.Fields();
        var holders = new Holders(
            false,
            [
                .. (fields["roles"]?.References(known.Roles) ?? [])
                    .Select(key => roles.First(role => role.Key == key).Role),
            ],
            fields["groups"]?.References(known.Groups) ?? []);
        if (fields["roles"] is null && fields["groups"] is null)
            spot.Wrong("names nobody; list “roles” or “groups”, or write “nobody”.");
        fields.Done();
        return holders;
    }
}
