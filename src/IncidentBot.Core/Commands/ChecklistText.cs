using System.Globalization;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>What follows <c>checklist</c>: "tick 2.3 2.4", "untick 2.3", "add data-leak", "2", or nothing.</summary>
/// <param name="Verb">"show", "tick", "untick", "add" or "" where it is none of them.</param>
/// <param name="Words">What follows the verb.</param>
sealed record ChecklistText(string Verb, string Words)
{
    public static readonly string[] Verbs = ["tick", "untick", "add"];

    public static ChecklistText Read(string text)
    {
        var (verb, words) = Grammar.Cut(text);
        return verb.ToLowerInvariant() switch
        {
            "" => new("show", ""),
            "tick" or "done" or "check" => new("tick", words),
            "untick" or "undo" or "uncheck" => new("untick", words),
            "add" or "attach" => new("add", words),
            "show" => new("show", words),
            _ => Shown(text) is not null ? new("show", text) : new("", text),
        };
    }

    /// <summary>The list to show, and the step that should be seen of it; null: all of them.</summary>
    public StepName? Place => Shown(Words);

    /// <summary>The steps that are named, "3" in the only list there is; null: one of the words is none.</summary>
    /// <param name="flaw">That word.</param>
    public IReadOnlyList<StepName>? Steps(Incident incident, out string flaw)
    {
        var names = new List<StepName>();
        foreach (var word in Words.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Name(word, incident) is not { } name)
            {
                flaw = word;
                return null;
            }
            names.Add(name);
        }
        flaw = "";
        return names;
    }

    static StepName? Shown(string text) => text.Split('.') switch
    {
        [var list] when Number(list) is { } only => new(only, 1),
        [var list, var step] when Number(list) is { } first && Number(step) is { } second => new(first, second),
        _ => null,
    };

    static StepName? Name(string word, Incident incident) => word.Split('.') switch
    {
        [var list, var step] when Number(list) is { } first && Number(step) is { } second => new(first, second),
        [var step] when Number(step) is { } only && incident.Checklists is [var list] => new(list.Number, only),
        _ => null,
    };

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
