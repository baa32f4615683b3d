using IncidentBot.Chat;
using IncidentBot.Wire;

namespace IncidentBot.Slack;

/// <summary>What the bot notes down about Slack: which channel belongs to a plan, which message bears a key.</summary>
public sealed class SlackNotes(INotebook notebook, TimeProvider clock, ILogger<SlackNotes> log)
    : Notes(SlackIds.Platform, notebook, clock, log);
