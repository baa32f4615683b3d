using IncidentBot.Catalog;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings.Sections;

/// <summary>The sections <c>categories</c>, <c>types</c> and <c>fields</c>: what incidents are told apart by.</summary>
internal static class Kinds
{
    /// <summary>What a menu of every chat platform shows and sends.</summary>
    const int LongestOption = 75;
    const int LongestBone = 40;
    const int MostBones = 12;

    static readonly Dictionary<string, FieldKind> FieldKinds = new()
    {
        ["text"] = FieldKind.Text,
        ["number"] = FieldKind.Number,
        ["choice"] = FieldKind.Choice,
        ["person"] = FieldKind.Person,
        ["date"] = FieldKind.Date,
    };

    static readonly Dictionary<string, IncidentStatus> Statuses = new()
    {
        ["triage"] = IncidentStatus.Triage,
        ["investigating"] = IncidentStatus.Investigating,
        ["identified"] = IncidentStatus.Identified,
        ["monitoring"] = IncidentStatus.Monitoring,
        ["resolved"] = IncidentStatus.Resolved,
        ["closed"] = IncidentStatus.Closed,
    };

    public static IReadOnlyList<Category> Categories(Spot section, Known known) => section.Each((key, spot) =>
    {
        var fields = spot.FieldsOr("name");
        var category = new Category(
            key, fields["name"]?.Text() ?? key, fields["private"]?.Flag() ?? false,
            fields["team"]?.Reference(known.Groups));
        fields.Done();
        return category;
    });

    /// <summary>What a fishbone asks about: typed before a colon, and drawn as its bones.</summary>
    public static IReadOnlyList<string> Bones(Spot section)
    {
        var bones = section.Node is Node.Sequence { Items.Count: 0 } ? [] : section.Texts(LongestBone);
        if (bones.Count is 0 or > MostBones)
            section.Wrong($"must be a list of 1 to {MostBones} categories.");
        foreach (var bone in bones)
            if (bone.Contains(':') || !bone.Any(char.IsLetter))
                section.Wrong($"has “{Spot.Short(bone)}”, which can't be typed in a command; use letters, and no colon.");
        foreach (var alike in bones.GroupBy(Nearest.Plain).Where(alike => alike.Count() > 1))
            section.Wrong($"has “{alike.ElementAt(1)}”, which reads like “{alike.First()}”; keep one of them.");
        return bones;
    }

    public static IReadOnlyList<IncidentType> Types(Spot section, Known known) => section.Each((key, spot) =>
    {
        var fields = spot.FieldsOr("name");
        var type = new IncidentType(
            key, fields["name"]?.Text() ?? key, fields["private"]?.Flag() ?? false,
            fields["fields"]?.References(known.Fields) ?? []);
        fields.Done();
        return type;
    });

    public static IReadOnlyList<CustomField> Fields(Spot section) => section.Each((key, spot) =>
    {
        var fields = spot.FieldsOr("label");
        var kind = fields["kind"]?.OneOf(FieldKinds) ?? FieldKind.Text;
        var options = fields["options"];
        if (kind == FieldKind.Choice && options is not { Node: not Node.Sequence { Items.Count: 0 } })
            spot.Wrong("is a choice without anything to choose from; list its “options”.");
        if (kind != FieldKind.Choice)
            options?.Wrong("belong to a choice only; say “kind: choice” or leave them out.");
        var field = new CustomField(
            key, fields["label"]?.Text() ?? key, kind,
            options is { Node: not Node.Sequence { Items.Count: 0 } } ? options.Texts(LongestOption) : [],
            fields["required-from"]?.OneOf(Statuses));
        fields.Done();
        return field;
    });
}
