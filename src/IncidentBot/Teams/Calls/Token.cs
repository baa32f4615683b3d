namespace IncidentBot.Teams.Calls;

/// <summary>What the bot proves itself with for an hour or so.</summary>
public sealed record Token(string Value, DateTimeOffset Until)
{
    // It stays out of whatever prints this.
    public override string ToString() => $"a token until {Until:u}";
}

/// <summary>Where tokens come from.</summary>
public interface ITokenSource
{
    /// <param name="scope">What it shall be good for, e.g. "https://api.botframework.com/.default".</param>
    /// <exception cref="Chat.ChatUnavailableException">There is none now; says what to mend where that is why.</exception>
    Task<Token> Fetch(string scope, CancellationToken ct);
}
