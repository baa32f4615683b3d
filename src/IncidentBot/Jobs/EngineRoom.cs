using IncidentBot.Storage;

namespace IncidentBot.Jobs;

/// <summary>What every pump needs to run.</summary>
public sealed record EngineRoom(Signals Signals, Heartbeats Heartbeats, TimeProvider Clock, ILogger<Pump> Log);
