using IncidentBot.Incidents;

namespace IncidentBot.Exports;

/// <summary>Five whys, with branches, as a section beside the timeline.</summary>
public sealed record WhySheet(string Problem, IReadOnlyList<WhyBranch> Branches)
{
    /// <returns>Null when nobody has answered yet.</returns>
    public static WhySheet? For(Incident incident) => Below(Whys.Root, incident.Whys) is { Count: > 0 } branches
        ? new(incident.WhyProblem, branches)
        : null;

    static IReadOnlyList<WhyBranch> Below(string number, Whys whys) =>
        [.. whys.Under(number).Select(answer => new WhyBranch(answer.Number, answer.Text, answer.IsRoot, Below(answer.Number, whys)))];
}

/// <param name="Number">"1.2": the second answer under "1".</param>
/// <param name="IsRoot">Whether it was called a root cause.</param>
public sealed record WhyBranch(string Number, string Text, bool IsRoot, IReadOnlyList<WhyBranch> Branches);
