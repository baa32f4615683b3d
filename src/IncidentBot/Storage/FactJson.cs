using System.Collections.Concurrent;
using System.Text.Encodings.Web;
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
public sealed class FactJson
{
    readonly ICurrentOrganisation organisation;
    readonly JsonSerializerOptions options;
    Known known = new(null);

    public FactJson(ICurrentOrganisation organisation)
    {
        this.organisation = organisation;
        options = new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // read by nobody but us: quotes and umlauts stay short
            Converters = { new JsonStringEnumConverter(), new PersonConverter(this) },
        };
    }

    public string Write<T>(T value) => JsonSerializer.Serialize(value, options);

    public T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, options)!;

    Person AsKnown(string id, string name)
    {
        if (id.Split(':', 2) is not [var platform, var account])
            return new(id, name);
        var org = organisation.Now;
        if (!ReferenceEquals(known.Org, org))
            known = new(org);
        return known.Owners.GetOrAdd(id, _ => org.PersonOf(new(platform, account), "")) is { Name: not "" } owner
            ? owner
            : new(id, name);
    }

    /// <summary>Who owns which account in one organisation; looked up once for each, as facts name the same few people.</summary>
    sealed record Known(Organisation? Org)
    {
        public ConcurrentDictionary<string, Person> Owners { get; } = [];
    }

    sealed class PersonConverter(FactJson json) : JsonConverter<Person>
    {
        public override Person Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (id, name) = ("", "");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (isId, isName) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("name"u8));
                reader.Read();
                if (isId)
                    id = reader.GetString() ?? "";
                else if (isName)
                    name = reader.GetString() ?? "";
                else
                    reader.Skip();
            }
            return json.AsKnown(id, name);
        }

        public override void Write(Utf8JsonWriter writer, Person value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, value.Id);
            writer.WriteString("name"u8, value.Name);
            writer.WriteEndObject();
        }
    }
}
