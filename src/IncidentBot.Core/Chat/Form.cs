namespace IncidentBot.Chat;

/// <summary>
/// Questions asked in a dialog (a Slack modal, a Teams dialog, a dialog in the room on the web). Submitting it sends
/// <see cref="Line"/> with the answers, so a form is a command typed in advance, like a button.
/// </summary>
/// <param name="Line">The command line that submitting sends, e.g. "resolve INC-12".</param>
/// <param name="Submit">The label of the button, e.g. "Resolve".</param>
public sealed record Form(string Title, string Line, string Submit, IReadOnlyList<Input> Inputs)
{
    /// <summary>Stands above the questions, e.g. the "how to resolve" of the last time.</summary>
    public ChatText? Intro { get; init; }
}

/// <param name="Name">The key of its answer in <see cref="Invocation.Answers"/>.</param>
public abstract record Input(string Name, string Label)
{
    public bool Required { get; init; }
    public string Value { get; init; } = "";
    public string? Hint { get; init; }
}

/// <param name="MaxLength">In UTF-16 code units.</param>
public sealed record TextInput(string Name, string Label, bool Multiline = false, int MaxLength = 3000)
    : Input(Name, Label);

/// <summary>An answer is the <see cref="Option.Value"/> chosen; several are separated by line feeds.</summary>
public sealed record ChoiceInput(string Name, string Label, IReadOnlyList<Option> Options, bool Several = false)
    : Input(Name, Label);

/// <summary>An answer is a <see cref="Person.Id"/>.</summary>
public sealed record PersonInput(string Name, string Label) : Input(Name, Label);

/// <summary>An answer is "2030-01-02" or, with a time, RFC 3339.</summary>
public sealed record MomentInput(string Name, string Label, bool WithTime = true) : Input(Name, Label);

public sealed record NumberInput(string Name, string Label) : Input(Name, Label);

/// <summary>A box to tick: the answer is "yes" or nothing.</summary>
public sealed record TickInput(string Name, string Label) : Input(Name, Label);

public sealed record Option(string Value, string Label);

/// <summary>What is wrong with one answer of a form; the form stays open and loses nothing.</summary>
public sealed record FieldError(string Name, string Reason);
