using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Drawing;

/// <summary>Draws what a question is answered with; <see cref="TeamsAnswers"/> reads the answer.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search</remarks>
static class TeamsInputs
{
    const int LongestText = 3000;
    const int LongestLabel = 200;
    public const int LongestOption = 100;

    /// <summary>All to be seen at once, which on a phone is less work than a menu.</summary>
    const int MostBoxes = 10;

    /// <summary>More are found by typing.</summary>
    const int MostInAMenu = 12;

    /// <summary>More are too many for a message; the bot is asked while somebody types.</summary>
    const int MostOptions = 200;

    /// <summary>Everybody of the tenant, found by Teams itself.</summary>
    const string Everybody = "graph.microsoft.com/users";

    public static IEnumerable<JsonObject> Draw(Input input, TimeZoneInfo zone, Organisation org) => input switch
    {
        TextInput text => [Text(text)],
        ChoiceInput choice => [Choice(choice)],
        PersonInput person => [Person(person, org)],
        MomentInput moment => Moment(moment, zone),
        NumberInput number => [With(Asked(number, "Input.Number"), "value", Number(number.Value))],
        TickInput tick => [Tick(tick)],
        _ => throw new UnreachableException(),
    };

    static JsonObject Text(TextInput text)
    {
        var longest = Math.Clamp(text.MaxLength, 1, LongestText);
        var drawn = Asked(text, "Input.Text");
        drawn["isMultiline"] = text.Multiline;
        drawn["maxLength"] = longest;
        return With(drawn, "value", string.IsNullOrWhiteSpace(text.Value) ? null : Fit.To(text.Value, longest));
    }

    static JsonObject Choice(ChoiceInput choice)
    {
        string Written(string value) => choice.Several ? TeamsAnswers.Among(value) : value;
        var chosen = choice.Options.Where(option => choice.Value.Split('\n').Contains(option.Value)).ToArray();
        var boxes = choice.Several && choice.Options.Count <= MostBoxes;
        var drawn = Asked(choice, "Input.ChoiceSet");
        drawn["style"] = boxes ? "expanded" : choice.Options.Count <= MostInAMenu ? "compact" : "filtered";
        drawn["isMultiSelect"] = choice.Several;
        // What was chosen must be among them, or it is lost.
        var shown = choice.Options.Count <= MostOptions ? choice.Options : chosen.Union(choice.Options.Take(MostOptions / 2));
        drawn["choices"] = Choices(shown.Select(option =>
            new Option(Written(option.Value), boxes ? Plain.Escaped(option.Label) : Plain.Inert(option.Label))));
        if (!boxes)
            drawn["placeholder"] = choice.Required ? "Choose" : "Not said";
        if (choice.Options.Count > MostOptions)
            drawn["choices.data"] = Query(TeamsSuggestions.Dataset(choice));
        return With(drawn, "value", chosen.Length == 0 ? null : string.Join(',', chosen.Select(option => Written(option.Value))));
    }

    /// <summary>Those of the organisation's file first, then everybody whom Teams finds.</summary>
    static JsonObject Person(PersonInput person, Organisation org)
    {
        var people = org.People.Select(member => member.Person).Take(MostOptions).ToList();
        var chosen = person.Value is { Length: > 0 and <= LongestOption } value ? value : null;
        if (chosen is not null && people.All(one => one.Id != chosen))
            people.Add(org.FindMember(chosen)?.Person ?? new(chosen, chosen));
        var drawn = Asked(person, "Input.ChoiceSet");
        drawn["style"] = "filtered";
        drawn["choices"] = Choices(people.Select(one => new Option(one.Id, Plain.Inert(one.Name))));
        drawn["choices.data"] = Query(Everybody);
        drawn["placeholder"] = "Type a name";
        return With(drawn, "value", chosen);
    }

    static IEnumerable<JsonObject> Moment(MomentInput moment, TimeZoneInfo zone)
    {
        var known = DateTimeOffset.TryParse(
            moment.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        var local = moment.WithTime ? TimeZoneInfo.ConvertTime(at, zone) : at;
        var date = With(Asked(moment, "Input.Date"), "value", known ? $"{local:yyyy-MM-dd}" : null);
        if (!moment.WithTime)
            return [date];
        var time = With(
            new() { ["type"] = "Input.Time", ["id"] = TeamsAnswers.TimeOf(moment.Name), ["label"] = $"Time ({zone.Id})" },
            "value", known ? $"{local:HH:mm}" : null);
        return
        [
            new()
            {
                ["type"] = "ColumnSet",
                ["columns"] = new JsonArray([.. new[] { date, time }.Select(one => new JsonObject
                {
                    ["type"] = "Column",
                    ["width"] = "stretch",
                    ["items"] = new JsonArray(one),
                })]),
            },
        ];
    }

    static JsonObject Tick(TickInput tick)
    {
        var drawn = Asked(tick, "Input.Toggle");
        // What must be ticked needs a label; else one line says it all.
        if (!tick.Required)
            drawn.Remove("label");
        drawn["title"] = tick.Required ? "Yes" : Plain.Escaped(Fit.Line(tick.Label, LongestLabel));
        drawn["valueOn"] = "yes";
        drawn["valueOff"] = "no";
        drawn["value"] = tick.Value == "yes" ? "yes" : "no";
        drawn["wrap"] = true;
        return drawn;
    }

    static JsonObject Asked(Input input, string type)
    {
        var drawn = new JsonObject
        {
            ["type"] = type,
            ["id"] = input.Name,
            ["label"] = Plain.Inert(Fit.Line(input.Label, LongestLabel)),
        };
        if (input.Required)
        {
            drawn["isRequired"] = true;
            drawn["errorMessage"] = input is TickInput ? "Tick it when it is true." : "Please fill this in.";
        }
        return drawn;
    }

    static JsonArray Choices(IEnumerable<Option> options) => new([.. options.Select(option => new JsonObject
    {
        ["title"] = Fit.Line(option.Label, LongestOption),
        ["value"] = option.Value,
    })]);

    static JsonObject Query(string dataset) => new() { ["type"] = "Data.Query", ["dataset"] = dataset };

    static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    static JsonObject With(JsonObject drawn, string name, JsonNode? value)
    {
        if (value is not null)
            drawn[name] = value;
        return drawn;
    }
}
