using System.Globalization;
using IncidentBot.Chat;

namespace IncidentBot.Commands;

/// <summary>Checks a submitted form as a whole, so that all that is wrong is said at once.</summary>
public static class Answers
{
    public static IReadOnlyList<FieldError> Flaws(Form form, Request request) =>
    [
        .. form.Inputs
            .Select(input => (input.Name, Reason: Flaw(input, request)))
            .Where(one => one.Reason is not null)
            .Select(one => new FieldError(one.Name, one.Reason!)),
    ];

    static string? Flaw(Input input, Request request)
    {
        var answer = request.Answer(input.Name);
        if (answer == "")
            return input.Required ? $"“{input.Label}” needs an answer." : null;
        return input switch
        {
            TextInput text when answer.Length > text.MaxLength =>
                $"{input.Label} is longer than {text.MaxLength} characters; shorten it.",
            ChoiceInput { Several: false } choice when !Offers(choice, answer) => NotOffered(choice, answer),
            ChoiceInput { Several: true } choice when answer.Split('\n').FirstOrDefault(one => !Offers(choice, one)) is { } odd =>
                NotOffered(choice, odd),
            PersonInput when request.Who(answer) is null => $"I don't know “{Short(answer)}”; choose a person from the list.",
            MomentInput when Moments.Past(answer, request.Call) is null =>
                $"{input.Label} must be a time, such as 2030-01-31 14:05.",
            NumberInput when !decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out _) =>
                $"{input.Label} must be a number, such as 42 or 3.5.",
            _ => null,
        };
    }

    static bool Offers(ChoiceInput choice, string answer) =>
        choice.Options.Any(option => option.Value == answer.Trim());

    static string NotOffered(ChoiceInput choice, string answer) =>
        $"{choice.Label} has no choice “{Short(answer)}”; choose one of the list.";

    static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
