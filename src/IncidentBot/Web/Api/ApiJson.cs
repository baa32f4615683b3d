using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Web.Answers;

namespace IncidentBot.Web.Api;

/// <summary>How the API reads and writes JSON: known at build time, so that nothing is looked up later.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, MaxDepth = 32, AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict, Converters = [typeof(Moment)])]
[JsonSerializable(typeof(DeclareBody))]
[JsonSerializable(typeof(CommandBody))]
[JsonSerializable(typeof(ChangeBody))]
[JsonSerializable(typeof(IncidentBody))]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(ListBody<IncidentBody>))]
[JsonSerializable(typeof(ListBody<TimelineEntry>))]
[JsonSerializable(typeof(ListBody<TimerBody>))]
[JsonSerializable(typeof(ListBody<DeliveryBody>))]
[JsonSerializable(typeof(MetricsBody))]
[JsonSerializable(typeof(Problem))]
sealed partial class ApiJson : JsonSerializerContext;
