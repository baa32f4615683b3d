using IncidentBot.Chat;
using IncidentBot.Teams.People;

namespace IncidentBot.Teams.Asked;

/// <summary>What somebody in Teams wants.</summary>
public sealed record Question(Colleague By, Invocation Asked)
{
    /// <summary>The same person at the same place asks something else besides.</summary>
    /// <param name="mark">Tells it from what was asked first.</param>
    public Question Also(string line, string mark) =>
        this with { Asked = Asked with { Line = line, Answers = null, Once = $"{Asked.Once}:{mark}" } };
}
