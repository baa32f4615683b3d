using IncidentBot.Chat;

namespace IncidentBot.Catalog;

/// <summary>Everybody the bot knows: those of the organisation's file and those it has met.</summary>
public interface IPeople
{
    /// <param name="handle">
    /// What was typed after "@": a person's id, an account ("slack:U024BE7LH"), or a name that only one person has.
    /// </param>
    Task<Person?> Find(string handle, CancellationToken ct);

    /// <summary>Those whose id or name begins like this, for completion.</summary>
    Task<IReadOnlyList<Person>> Complete(string beginning, int limit, CancellationToken ct);

    /// <summary>
    /// Remembers somebody who was seen, under the name their platform gives them now. A mail address that the organisation's
    /// file knows tells whose account it is.
    /// </summary>
    /// <param name="mail">Their address, where the platform vouches for it; null: it doesn't.</param>
    Task<Person> Meet(Account account, string name, CancellationToken ct, string? mail = null);
}

/// <summary>The organisation's file as it is in force now. Read once per request, so that one request sees one file.</summary>
public interface ICurrentOrganisation
{
    Organisation Now { get; }
}
