namespace IncidentBot.Chat;

/// <summary>A list of work that others keep; a follow-up stands there under its title, with a link back and nothing else.</summary>
/// <exception cref="ChatUnavailableException">It may work later: rate limits, time-outs, 5xx.</exception>
/// <exception cref="ChatRefusedException">It will never work: no such project, a wrong token.</exception>
public interface ITracker
{
    /// <summary>"github", "jira", "webhook"; stored, so never changed.</summary>
    string Name { get; }

    /// <summary>What people call it: "GitHub", "Jira".</summary>
    string Label { get; }

    /// <summary>Whether it keeps issues that may be asked for; one that is only told of follow-ups doesn't.</summary>
    bool Keeps { get; }

    /// <summary>The issue that bears the marker.</summary>
    /// <param name="since">It was not opened before.</param>
    /// <returns>Null: there is none.</returns>
    Task<Issue?> Find(string marker, DateTimeOffset since, CancellationToken ct);

    Task<Issue> Open(IssueText text, CancellationToken ct);

    /// <summary>The issue says this and is open or done; asked again it changes nothing.</summary>
    /// <param name="key">As in <see cref="Issue.Key"/>; "" where none are kept.</param>
    Task Set(string key, IssueText text, bool done, CancellationToken ct);

    /// <summary>Those of the bot's issues that were changed since, by whomever.</summary>
    Task<IReadOnlyList<Issue>> Changed(DateTimeOffset since, CancellationToken ct);
}

/// <param name="Key">As the tracker names it: "12", "OPS-12".</param>
/// <param name="Marker">What the bot wrote into it to know it by; "": it is not the bot's.</param>
/// <param name="ChangedAt">When it was changed last, as the tracker writes it.</param>
public sealed record Issue(string Key, Uri Address, string Marker, bool Done, string ChangedAt = "");

/// <param name="Marker">Names the follow-up for good, in letters, digits and hyphens.</param>
/// <param name="Link">Where the incident is read.</param>
public sealed record IssueText(string Marker, string Title, Uri Link);
