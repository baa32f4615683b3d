namespace IncidentBot.Chat;

/// <summary>The bot itself can't do it now. Nothing was done; whoever can ask again later should.</summary>
public class NotNowException(string message, Exception? cause = null) : Exception(message, cause);
