using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Answers a question that a drill asks.</summary>
public sealed class AnswerCommand : IChangeCommand
{
    public Usage Usage { get; } = new("answer [3] [text]", "Answer a question of a drill", Topics.Declaring) { Prose = true };

    public Form? Ask(Incident incident, Request request)
    {
        var (step, text) = Read(request.Text);
        if (request.IsForm || text != "" || incident.Exercise is not { } exercise || !exercise.Asked.Any())
            return null;
        var asked = step is { } said && exercise.Asked.Contains(said) ? said
            : exercise.Unanswered.Any() ? exercise.Unanswered.Last() : exercise.Asked.Last();
        return new($"Question {asked} of {incident.Reference}", $"answer {incident.Reference} {asked}", "Answer",
            [new TextInput("answer", "Your answer", Multiline: true, MaxLength: 2000) { Required = true }])
        {
            Intro = $"{exercise.Steps[asked - 1].Text}",
        };
    }

    public Decision Decide(Incident incident, Request request)
    {
        var (step, text) = Read(request.Text);
        return incident.AnswerExercise(step, request.IsForm ? request.Answer("answer") : text, request.From);
    }

    static (int? Step, string Text) Read(string text) =>
        Grammar.Cut(text) is var (word, rest) && int.TryParse(word.TrimEnd(':', '.'), out var step) ? (step, rest) : (null, text);
}
