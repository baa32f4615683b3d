namespace IncidentBot.Storage;

/// <summary>The database can't be reached or written at the moment, and nothing was done; later it may work.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
