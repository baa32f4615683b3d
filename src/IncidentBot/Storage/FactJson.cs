using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Storage;

/// <summary>How facts and errands are written down. Changing this changes stored data.</summary>
/// <remarks>
/// Reading puts people together: an account that was met on its own ("slack:U1") and that the organisation's file now
/// gives to somebody reads as that person.
/// </remarks>
public sealed class FactJson(ICurrentOrganisation organisation)
{
    readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new PersonConverter(organisation) },
    };

    public string Write<T>(T value) => JsonSerializer.Serialize(value, options);

    public T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, options)!;

    sealed class PersonConverter(ICurrentOrganisation organisation) : JsonConverter<Person>
    {
        public override Person Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var stored = JsonSerializer.Deserialize<Stored>(ref reader, JsonSerializerOptions.Web)!;
            return stored.Id.Split(':', 2) is [var platform, var id]
                ? organisation.Now.PersonOf(new(platform, id), stored.Name)
                : new(stored.Id, stored.Name);
        }

        public override void Write(Utf8JsonWriter writer, Person value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("id", value.Id);
            writer.WriteString("name", value.Name);
            writer.WriteEndObject();
        }
    }

    sealed record Stored(string Id, string Name);
}
