namespace IncidentBot.Commands;

/// <summary>Every command the bot knows. A new command is a new file and one line here.</summary>
public static class CommandBook
{
    public static readonly IReadOnlyList<ICommand> All =
    [
        new DeclareCommand(),
        new DrillCommand(),
        new AnswerCommand(),
        new BackfillCommand(),
        new SubCommand(),
        new ConvertCommand(),
        new AckCommand(),
        new UnackCommand(),
        new ResolveCommand(),
        new ReopenCommand(),
        new UpdateCommand(),
        new EscalateCommand(),
        new MitigatedCommand(),
        new MonitoringCommand(),
        new IdentifiedCommand(),
        new StatusCommand(),
        new ChecklistCommand(),
        new SeverityCommand(),
        new PriorityCommand(),
        new ImpactCommand(),
        new CategoryCommand(),
        new TypeCommand(),
        new ServiceCommand(),
        new FieldCommand(),
        new LeadCommand(),
        new RoleCommand(),
        new HandoffCommand(),
        new AcceptCommand(),
        new DeputyCommand(),
        new JoinCommand(),
        new LeaveCommand(),
        new RespondersCommand(),
        new SubscribeCommand(),
        new UnsubscribeCommand(),
        new WhoamiCommand(),
        new NoteCommand(),
        new TimelineCommand(),
        new SummaryCommand(),
        new TitleCommand(),
        new TimeCommand(),
        new CorrectCommand(),
        new HideCommand(),
        new ShareCommand(),
        new CatchupCommand(),
        new ExecutiveCommand(),
        new CloseCommand(),
        new HowtoCommand(),
        new ConfirmCommand(),
        new ToldCommand(),
        new ReviewCommand(),
        new PirCommand(),
        new FishboneCommand(),
        new FaultTreeCommand(),
        new HypothesisCommand(),
        new BlastCommand(),
        new TaskCommand(),
        new FollowupCommand(),
        new TasksCommand(),
        new CancelCommand(),
        new DeclineCommand(),
        new MergeCommand(),
        new ListCommand(),
        new ShowCommand(),
        new SearchCommand(),
        new SimilarCommand(),
        new RunbookCommand(),
        new ChannelCommand(),
        new PrivateCommand(),
        new ArchiveCommand(),
        new BridgeCommand(),
        new MenuCommand(),
        new HelpCommand(),
        new TutorialCommand(),
        new SettingsCommand(),
        new RemindCommand(),
    ];

    static readonly Dictionary<string, ICommand> ByWord = All
        .SelectMany(command => command.Usage.Aliases.Prepend(command.Usage.Verb).Select(word => (word, command)))
        .ToDictionary(one => one.word, one => one.command, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word that begins a command, aliases too.</summary>
    public static IEnumerable<string> Verbs => ByWord.Keys;

    public static ICommand? Find(string verb) => ByWord.GetValueOrDefault(verb);
}
