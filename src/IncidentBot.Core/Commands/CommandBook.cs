namespace IncidentBot.Commands;

/// <summary>Every command the bot knows. A new command is a new file and one line here.</summary>
public static class CommandBook
{
    public static readonly IReadOnlyList<ICommand> All =
    [
        new DeclareCommand(),
        new AckCommand(),
        new ResolveCommand(),
        new UpdateCommand(),
        new SeverityCommand(),
        new LeadCommand(),
        new RoleCommand(),
        new EscalateCommand(),
        new NoteCommand(),
        new CloseCommand(),
        new ListCommand(),
        new ShowCommand(),
        new MenuCommand(),
        new HelpCommand(),
    ];

    static readonly Dictionary<string, ICommand> ByWord = All
        .SelectMany(command => command.Usage.Aliases.Prepend(command.Usage.Verb).Select(word => (word, command)))
        .ToDictionary(one => one.word, one => one.command, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word that begins a command, aliases too.</summary>
    public static IEnumerable<string> Verbs => ByWord.Keys;

    public static ICommand? Find(string verb) => ByWord.GetValueOrDefault(verb);
}
