namespace IncidentBot.Chat;

/// <summary>What only the person who asked sees.</summary>
public abstract record Reply
{
    Reply() { }

    /// <param name="Refused">True when nothing was done; the card says why and what to do instead.</param>
    /// <param name="About">The reference of the incident it is about, e.g. "INC-12".</param>
    public sealed record Shown(Card Card, bool Refused = false, string? About = null) : Reply
    {
        /// <summary>Refused by what passes, such as a database that is away: the same may be sent again.</summary>
        public bool ForNow { get; init; }
    }

    /// <summary>Something is missing: open this dialog.</summary>
    public sealed record Ask(Form Form) : Reply;

    /// <summary>Answers of a submitted form are wrong: keep it open and show each error at its field.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Reply;
}
