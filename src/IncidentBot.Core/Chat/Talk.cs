namespace IncidentBot.Chat;

/// <summary>What a person said in a room in their own words; no command.</summary>
/// <param name="Id">The platform's own id of the message: the same one is heard once.</param>
public sealed record Talk(Room In, string Id, Person By, string Words, DateTimeOffset At)
{
    /// <summary>What was shared with it.</summary>
    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>Where it can be read; null: not said.</summary>
    public Uri? Address { get; init; }
}

/// <summary>A file that somebody shared.</summary>
/// <param name="Id">The platform's own.</param>
/// <param name="IsPicture">As the platform has it; what it really is, its content says.</param>
/// <param name="Address">Where people see it; null: nowhere.</param>
/// <param name="Download">Where the bot gets it; null: nowhere.</param>
public sealed record Attachment(string Id, string Name, bool IsPicture, Uri? Address, Uri? Download);

/// <summary>Hears what people say, so that all rooms of an incident are one conversation.</summary>
/// <remarks>A platform calls it before it tells the other side that the message was taken, and never for a bot's own words.</remarks>
public interface IListener
{
    /// <summary>Durable when it returns; nothing is kept of what was said in a room that belongs to no incident.</summary>
    Task Heard(Talk talk, CancellationToken ct);

    /// <summary>Somebody changed their words, or took them back. What other rooms have shown already stays there.</summary>
    /// <param name="id">As it was heard.</param>
    /// <param name="words">What it says now; null: it is gone.</param>
    Task Corrected(Room room, string id, string? words, CancellationToken ct);
}

/// <summary>A platform that can be asked what was said and done in a room while nobody heard it.</summary>
public interface ITalkHistory
{
    /// <param name="since">What is older is not asked for.</param>
    /// <param name="until">What is newer is not asked for; null: nothing is.</param>
    /// <param name="whole">Also what is long over, such as old threads; that costs more.</param>
    /// <exception cref="ChatUnavailableException">It may be told later.</exception>
    /// <exception cref="ChatRefusedException">It is never told.</exception>
    Task<Recollected> Since(Room room, DateTimeOffset since, DateTimeOffset? until, bool whole, CancellationToken ct);

    /// <summary>Whether a message is still there, also in an old thread.</summary>
    /// <inheritdoc cref="Since"/>
    Task<bool> Has(Room room, string message, CancellationToken ct);

    /// <summary>Where a message can be read.</summary>
    /// <returns>Null: it isn't told.</returns>
    Task<Uri?> AddressOf(Room room, string message, CancellationToken ct);
}

/// <summary>How a room reads now.</summary>
/// <param name="From">
/// From then on it is complete. Later than what was asked for, where there was more than can be asked for at once: the rest is
/// asked for another time.
/// </param>
/// <param name="Whole">Whether what was said since then and isn't in it may be gone; else it may stand in an old thread.</param>
/// <param name="Said">What people said, in its threads too; the oldest first.</param>
/// <param name="Moves">Who came and went, where that can be told; the oldest first.</param>
/// <param name="There">The ids of all messages that are there, also of those that no person said.</param>
/// <param name="Calls">How many requests it took.</param>
public sealed record Recollected(
    DateTimeOffset From, bool Whole, IReadOnlyList<Recalled> Said, IReadOnlyList<Move> Moves, IReadOnlySet<string> There, int Calls);

/// <param name="Talk">As it reads now.</param>
/// <param name="Edited">It read otherwise at first.</param>
/// <param name="Gone">Whoever said it took it back.</param>
public sealed record Recalled(Talk Talk, bool Edited, bool Gone)
{
    /// <summary>Whether it was said to everybody, and not to the bot or by an app.</summary>
    public bool IsTalk { get; init; } = true;

    /// <summary>Who put a mark on it that keeps it on the timeline; nobody: it has none.</summary>
    public IReadOnlyList<Person> MarkedBy { get; init; } = [];

    /// <summary>As it is kept; null: it has no mark.</summary>
    public Quote? Quote { get; init; }
}

/// <summary>Somebody came into a room, or left it.</summary>
/// <param name="By">Who did it: they themselves, or whoever brought them in.</param>
public sealed record Move(Person Who, Person By, bool Came, DateTimeOffset At);
