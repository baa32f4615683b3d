using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>One thing people can ask for. It comes in exactly three shapes.</summary>
public interface ICommand
{
    Usage Usage { get; }

    /// <summary>The right it takes; null: anybody who sees the incident.</summary>
    Right? Needs => null;

    /// <summary>What a line with this verb means: this command, mostly; <c>status</c> alone means <c>show</c>.</summary>
    Line Meant(Line line) => line;

    /// <summary>Words that could come next, for completion.</summary>
    /// <param name="text">What was typed after the verb, up to the word being typed.</param>
    IEnumerable<string> Next(string text, Organisation org) => [];
}

/// <summary>Starts a new incident.</summary>
public interface IStartCommand : ICommand
{
    /// <summary>Whether it is part of another: the one named first, else the room's, comes as <see cref="Request.Other"/>.</summary>
    bool Within => false;

    /// <summary>Reads what was said; asks with a form when the title is missing.</summary>
    Started Read(Request request);
}

/// <summary>What a start command made of a request: a declaration, or an answer to whoever asked.</summary>
public abstract record Started
{
    Started() { }

    public sealed record Declares(Declaration Declaration) : Started;

    public sealed record Answers(Reply Reply) : Started;

    public static Started Ask(Form form) => new Answers(new Reply.Ask(form));
}

/// <summary>Changes one incident: the one named, else the one whose room it is typed in.</summary>
public interface IChangeCommand : ICommand
{
    /// <summary>Whether a second incident is named: <c>merge INC-5 into INC-12</c>.</summary>
    bool NamesAnother => false;

    /// <summary>The form to open because something is missing; null: decide at once.</summary>
    /// <remarks>
    /// The form's own line must lead back to the same form while it is unanswered: that is how answers are checked.
    /// </remarks>
    Form? Ask(Incident incident, Request request) => null;

    /// <summary>The card to show instead of deciding, where something has to be chosen first; null: decide.</summary>
    Card? Offer(Incident incident, Request request) => null;

    Decision Decide(Incident incident, Request request);

    /// <summary>The card that answers once it is done; null: the usual one, with what comes next.</summary>
    Card? Done(Incident incident, IReadOnlyList<IncidentEvent> facts, Organisation org) => null;
}

/// <summary>Answers a question and changes nothing.</summary>
public interface IQueryCommand : ICommand
{
    /// <summary>The form to open because something is missing; null: answer at once.</summary>
    Form? Ask(Request request) => null;

    /// <param name="incident">The one named, or the one whose room it is typed in; null: neither.</param>
    Task<Reply> Answer(Request request, Incident? incident, IIncidents incidents, CancellationToken ct);
}

/// <param name="Syntax">Starts with the verb: "severity &lt;sev&gt;".</param>
/// <param name="Topic">The heading it stands under in <c>help</c>.</param>
public sealed record Usage(string Syntax, string Summary, string Topic, params IReadOnlyList<string> Aliases)
{
    public string Verb => Syntax.Split(' ', 2)[0];

    /// <summary>
    /// Whether free text follows. In an incident's own room a reference at the end of it then belongs to the text, so
    /// that <c>note same as INC-3</c> does not land in INC-3.
    /// </summary>
    public bool Prose { get; init; }
}

/// <summary>The headings of <c>help</c>, in their order.</summary>
public static class Topics
{
    public const string Declaring = "declaring";
    public const string Looking = "looking";
    public const string Responding = "responding";
    public const string Rating = "rating";
    public const string People = "people";
    public const string Story = "story";
    public const string Closing = "closing";
    public const string Rooms = "rooms";
    public const string Bot = "bot";

    public static readonly IReadOnlyList<string> All =
        [Declaring, Responding, Rating, People, Story, Closing, Looking, Rooms, Bot];
}
