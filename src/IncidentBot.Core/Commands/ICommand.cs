using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>One thing people can ask for. It comes in exactly three shapes.</summary>
public interface ICommand
{
    Usage Usage { get; }
}

/// <summary>Starts a new incident.</summary>
public interface IStartCommand : ICommand
{
    /// <summary>Reads what was said; asks with a form when the title is missing.</summary>
    Started Read(Request request);
}

/// <summary>What a start command made of a request: a declaration, or an answer to whoever asked.</summary>
public abstract record Started
{
    Started() { }

    public sealed record Declares(Declaration Declaration) : Started;

    public sealed record Answers(Reply Reply) : Started;
}

/// <summary>Changes one incident: the one named, else the one whose room it is typed in.</summary>
public interface IChangeCommand : ICommand
{
    /// <summary>The right it takes; null: anybody who sees the incident.</summary>
    Right? Needs => null;

    /// <summary>The form to open because something is missing; null: decide at once.</summary>
    Form? Ask(Incident incident, Request request) => null;

    Decision Decide(Incident incident, Request request);
}

/// <summary>Answers a question and changes nothing.</summary>
public interface IQueryCommand : ICommand
{
    /// <param name="incident">The one named, or the one whose room it is typed in; null: neither.</param>
    Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct);
}

/// <param name="Syntax">Starts with the verb: "severity &lt;sev&gt;".</param>
/// <param name="Topic">The heading it stands under in <c>help</c>.</param>
public sealed record Usage(string Syntax, string Summary, string Topic, params IReadOnlyList<string> Aliases)
{
    public string Verb => Syntax.Split(' ', 2)[0];
}
