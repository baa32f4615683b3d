namespace IncidentBot.Chat;

/// <summary>Somebody, on whatever platform they are: one person may have accounts on several.</summary>
/// <param name="Id">
/// The key of the organisation's file ("ada"), or, for an account that file doesn't know, the account itself
/// ("slack:U024BE7LH"). Two persons are the same when their ids are; a display name proves nothing.
/// </param>
public sealed record Person(string Id, string Name)
{
    /// <summary>The bot itself, when it acts on its own: a timer fell due, a rule applied.</summary>
    public static readonly Person Bot = new("bot", "IncidentBot");

    public bool Equals(Person? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Where a person can be reached: an account on one platform.</summary>
/// <param name="Platform">"room", "slack", "teams", …</param>
/// <param name="Id">The platform's own id, e.g. "U024BE7LH".</param>
public sealed record Account(string Platform, string Id)
{
    public override string ToString() => $"{Platform}:{Id}";
}
