using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Drawing;

/// <summary>Draws what a question is answered with; its action_id says how the answer is read.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/block-elements</remarks>
static class SlackInputs
{
    const int LongestText = 3000;
    const int MostBoxes = 10;
    const int MostOptions = 100;
    const int LongestOption = 75;

    public static JsonObject Draw(Input input, Organisation org) => input switch
    {
        TextInput text => Text(text),
        ChoiceInput { Several: true, Options.Count: <= MostBoxes } choice => Boxes(choice.Options, choice.Value.Split('\n')),
        ChoiceInput { Options.Count: <= MostOptions } choice => Menu(choice),
        ChoiceInput choice => Suggested(choice, choice.Name.StartsWith("service", StringComparison.Ordinal) ? "service" : choice.Name),
        PersonInput person => Person(person, org),
        MomentInput moment => Moment(moment),
        NumberInput number => With(
            new() { ["type"] = "number_input", ["action_id"] = "number", ["is_decimal_allowed"] = true },
            "initial_value", IsNumber(number.Value) ? number.Value : null),
        TickInput tick => Boxes([new("yes", "Yes")], [tick.Value]),
        _ => throw new UnreachableException(),
    };

    static JsonObject Text(TextInput text)
    {
        var longest = Math.Clamp(text.MaxLength, 1, LongestText);
        return With(
            new()
            {
                ["type"] = "plain_text_input",
                ["action_id"] = "text",
                ["multiline"] = text.Multiline,
                ["max_length"] = longest,
            },
            "initial_value", string.IsNullOrWhiteSpace(text.Value) ? null : Fit.To(text.Value, longest));
    }

    /// <summary>All to be seen at once, which on a phone is less work than a menu.</summary>
    static JsonObject Boxes(IReadOnlyList<Option> options, string[] chosen) => With(
        new() { ["type"] = "checkboxes", ["action_id"] = "choices", ["options"] = Options(options) },
        "initial_options", Chosen(options, chosen));

    static JsonObject Menu(ChoiceInput choice)
    {
        var menu = new JsonObject
        {
            ["type"] = choice.Several ? "multi_static_select" : "static_select",
            ["action_id"] = choice.Several ? "choices" : "choice",
            ["options"] = Options(choice.Options),
        };
        var chosen = Chosen(choice.Options, choice.Value.Split('\n'));
        return choice.Several
            ? With(menu, "initial_options", chosen)
            : With(menu, "initial_option", chosen?[0]?.DeepClone());
    }

    /// <summary>Too many for a menu: the bot is asked while they type.</summary>
    static JsonObject Suggested(ChoiceInput choice, string what)
    {
        var menu = new JsonObject
        {
            ["type"] = choice.Several ? "multi_external_select" : "external_select",
            ["action_id"] = $"suggest.{what}",
            ["min_query_length"] = 1,
        };
        var chosen = Chosen(choice.Options, choice.Value.Split('\n'));
        return choice.Several
            ? With(menu, "initial_options", chosen)
            : With(menu, "initial_option", chosen?[0]?.DeepClone());
    }

    /// <summary>Slack's own list of people, unless it lacks some that may be chosen.</summary>
    static JsonObject Person(PersonInput person, Organisation org)
    {
        var known = org.FindMember(person.Value)?.Person ?? new(person.Value, person.Value);
        if (org.People.All(member => org.SlackIdOf(member.Person) is not null))
            return With(
                new() { ["type"] = "users_select", ["action_id"] = "person" },
                "initial_user", person.Value == "" ? null : org.SlackIdOf(known));
        return With(
            new() { ["type"] = "external_select", ["action_id"] = "suggest.person", ["min_query_length"] = 1 },
            "initial_option",
            string.IsNullOrWhiteSpace(person.Value) || person.Value.Length > LongestOption ? null : Draw(new Option(person.Value, known.Name)));
    }

    static JsonObject Moment(MomentInput moment)
    {
        var known = DateTimeOffset.TryParse(
            moment.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        return moment.WithTime
            ? With(
                new() { ["type"] = "datetimepicker", ["action_id"] = "moment" },
                "initial_date_time", known ? at.ToUnixTimeSeconds() : null)
            : With(
                new() { ["type"] = "datepicker", ["action_id"] = "date" },
                "initial_date", known ? $"{at:yyyy-MM-dd}" : null);
    }

    static JsonArray Options(IEnumerable<Option> options) => new([.. options.Select(Draw)]);

    static JsonArray? Chosen(IEnumerable<Option> options, string[] chosen) =>
        options.Where(option => chosen.Contains(option.Value)).ToArray() is { Length: > 0 } found ? Options(found) : null;

    static JsonObject Draw(Option option) => new()
    {
        ["text"] = Plain.Text(option.Label, LongestOption),
        ["value"] = option.Value,
    };

    static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    static JsonObject With(JsonObject element, string name, JsonNode? value)
    {
        if (value is not null)
            element[name] = value;
        return element;
    }
}
