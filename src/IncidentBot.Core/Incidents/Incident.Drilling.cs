using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    const int LongestAnswer = 2000;

    /// <summary>Plays the next step of the script.</summary>
    public Decision StepExercise(Origin from) =>
        IsOpen && Exercise is { } exercise && exercise.Steps.ElementAtOrDefault(exercise.Taken) is { } step
            ? Accept(new ExerciseStepped(exercise.Taken + 1, step.Kind, step.Text, from))
            : Unchange($"Nothing more happens in {Name}.");

    /// <param name="step">The question's number; null: the last one without an answer.</param>
    public Decision AnswerExercise(int? step, string text, Origin from)
    {
        if (Exercise is not { } exercise)
            return Reject($"{Name} asks no questions; only a drill with a script does.");
        if (!exercise.Asked.Any())
            return Reject($"No question was asked yet; wait for one.");
        if (step is not null && !exercise.Asked.Contains(step.Value))
            return Reject($"There is no question {step.Value}. Asked so far: {string.Join(", ", exercise.Asked)}.", "step");
        if (text.Trim() == "")
            return Reject($"There is no text; write an answer.", "answer");
        if (text.Trim().Length > LongestAnswer)
            return Reject($"The answer is longer than {LongestAnswer} characters; shorten it.", "answer");
        var asked = step ?? (exercise.Unanswered.Any() ? exercise.Unanswered.Last() : exercise.Asked.Last());
        return exercise.Answers.GetValueOrDefault(asked) == text.Trim()
            ? Unchange($"Question {asked} has that answer already.")
            : Accept(new ExerciseAnswered(asked, text.Trim(), from));
    }
}
