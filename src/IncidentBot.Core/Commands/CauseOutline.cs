using IncidentBot.Chat;
using IncidentBot.Exports;

namespace IncidentBot.Commands;

/// <summary>One way to ask why, as something to work on: what stands where, and what can be done there.</summary>
/// <param name="Key">"five-whys", "fishbone" or "fault-tree".</param>
public sealed record CauseOutline(string Key, string Title, CauseItem Root)
{
    /// <summary>Null: there is nothing to draw yet.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What follows from a fault tree; null: it is none.</summary>
    public FaultTable? Table { get; init; }
}

/// <summary>A part of it, with those that hang under it.</summary>
/// <param name="Place">Names it on the page for as long as it is there: "why-1.2".</param>
/// <param name="Number">"1.2"; "": it has none.</param>
/// <param name="Kind">What it is, in a word or two: "Root cause", "AND"; "": nothing but its text.</param>
public sealed record CauseItem(string Place, string Number, string Kind, string Text)
{
    public IReadOnlyList<CauseItem> Items { get; init; } = [];

    /// <summary>Its text in place; null: nobody may change it.</summary>
    public CauseForm? Edit { get; init; }

    /// <summary>A second field of it that is edited in place: the probability of a basic event.</summary>
    public CauseForm? Chance { get; init; }

    /// <summary>What is put under it.</summary>
    public CauseForm? Add { get; init; }

    /// <summary>What is done less often.</summary>
    public CauseForm? More { get; init; }

    public IReadOnlyList<Button> Acts { get; init; } = [];

    /// <summary>What is to be known about it; "": nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>As it is read aloud.</summary>
    public string Aloud => string.Join(", ", new[] { Number, Kind, Text, Note }.Where(one => one != ""));
}

/// <summary>A form of chat, asked in place: what the place says already isn't asked again.</summary>
/// <param name="Id">Names it on the page.</param>
/// <param name="Form">As it is in chat; sent, it is the same line with the same answers.</param>
/// <param name="Known">The answers that follow from where it stands.</param>
public sealed record CauseForm(string Id, Form Form, IReadOnlyDictionary<string, string> Known, IReadOnlyList<Input> Asked)
{
    /// <summary>What stands there now, so that nobody writes over what they have not seen; null: nothing is written over.</summary>
    public string? Seen { get; init; }

    /// <param name="leaves">What isn't asked here; the answer is what the form has, or none.</param>
    public static CauseForm? Of(string id, Form? form, params IReadOnlyList<string> leaves) => form is null ? null : new(
        id, form,
        form.Inputs.Where(input => leaves.Contains(input.Name) && input.Value != "").ToDictionary(input => input.Name, input => input.Value),
        [.. form.Inputs.Where(input => !leaves.Contains(input.Name))]);
}
