namespace IncidentBot.Web.Health;

/// <summary>A part without which the bot must not be given work.</summary>
interface IVital
{
    string Name { get; }

    /// <returns>Null: it is well; else one sentence without secrets that says what is wrong.</returns>
    Task<string?> Flaw(CancellationToken ct);
}
