using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Teams;

/// <summary>What the bot notes down about Teams: which channel is whose, which message bears a key, where answers go.</summary>
public sealed class TeamsNotes(INotebook notebook, TimeProvider clock, ILogger<TeamsNotes> log)
    : Notes(TeamsIds.Platform, notebook, clock, log);
