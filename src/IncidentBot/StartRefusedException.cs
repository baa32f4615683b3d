namespace IncidentBot;

/// <summary>The bot can't start as it is set up; every line says what is wrong and what would be right.</summary>
/// <remarks>Ends the program with these lines and exit code 1: no stack trace, which helps nobody who has a typo.</remarks>
public sealed class StartRefusedException(params IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    public IReadOnlyList<string> Lines { get; } = lines;
}
