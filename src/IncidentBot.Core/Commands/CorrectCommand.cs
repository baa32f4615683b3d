using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Lets a note say something else; what it said stays on the record.</summary>
public sealed partial class CorrectCommand : IChangeCommand
{
    public Usage Usage { get; } = new(
        "correct <note number> [text]", "Correct a note; what it said first stays on the record", Topics.Story)
    { Prose = true };

    public Form? Ask(Incident incident, Request request)
    {
        var (number, text) = Read(request.Text);
        return text != "" ? null : new(
            number > 0 ? $"Correct note {number} of {incident.Reference}" : $"Correct a note of {incident.Reference}",
            $"correct {incident.Reference} {(number > 0 ? $"{number}" : "")}".Trim(), "Save",
            [
                .. number > 0 ? [] : new Input[]
                {
                    new NumberInput("number", "Which note") { Required = true, Hint = "The timeline shows the numbers." },
                },
                new TextInput("note", "What it says from now on", Multiline: true)
                {
                    Required = true,
                    Value = incident.Written.TryGetValue(number, out var written) ? written.Text : "",
                },
            ]);
    }

    public Decision Decide(Incident incident, Request request)
    {
        var (number, text) = Read(request.Text);
        return request.IsForm
            ? incident.CorrectNote(number > 0 ? number : HideCommand.Number(request.Answer("number")), request.Answer("note"), request.From)
            : incident.CorrectNote(number, text, request.From);
    }

    /// <summary>"3 the disk is full", "#3: the disk is full", "note 3".</summary>
    static (int Number, string Text) Read(string text) => Said().Match(text.Trim()) is { Success: true } said
        ? (int.Parse(said.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), said.Groups["text"].Value.Trim())
        : (0, text.Trim());

    [GeneratedRegex(@"^(?:note )?#?(?<number>[0-9]{1,6})(?:[: ]\s*(?<text>.*))?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Said();
}
