using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IncidentBot.Chat;
using IncidentBot.Incidents;
using IncidentBot.Support;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Incidents;

public class StoringFacts
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static TheoryData<string> Facts => [.. Sample.Concrete<IncidentEvent>().Select(type => type.Name)];
    public static TheoryData<string> Errands => [.. Sample.Concrete<Errand>().Select(type => type.Name)];

    [Fact]
    public void Gives_every_fact_a_name_of_its_own() =>
        Assert.Equal(Sample.Concrete<IncidentEvent>().Order(ByName), Sample.Names<IncidentEvent>().Keys.Order(ByName));

    [Fact]
    public void Gives_every_errand_a_name_of_its_own() =>
        Assert.Equal(Sample.Concrete<Errand>().Order(ByName), Sample.Names<Errand>().Keys.Order(ByName));

    [Theory]
    [MemberData(nameof(Facts))]
    public void Keeps_everything_of_a_fact(string type)
    {
        var fact = Fact(type);
        var text = JsonSerializer.Serialize(fact, Json);
        var back = JsonSerializer.Deserialize<IncidentEvent>(text, Json)!;

        Assert.Equal(fact.GetType(), back.GetType());
        Assert.Equal(text, JsonSerializer.Serialize(back, Json));
        Assert.Equal(Names(fact), Keys(text));
        Assert.Equal(fact.Describe(), back.Describe());
    }

    [Theory]
    [MemberData(nameof(Errands))]
    public void Keeps_everything_of_an_errand(string type)
    {
        var errand = Sample.Of<Errand>(Sample.Concrete<Errand>().Single(one => one.Name == type));
        var text = JsonSerializer.Serialize(errand, Json);
        var back = JsonSerializer.Deserialize<Errand>(text, Json)!;

        Assert.Equal((errand.GetType(), errand.Place, errand.Urgency), (back.GetType(), back.Place, back.Urgency));
        Assert.Equal(text, JsonSerializer.Serialize(back, Json));
        Assert.Equal(Names(errand), Keys(text));
    }

    /// <summary>The file holds each fact as it was written first; a line of it is never changed, only added.</summary>
    [Fact]
    public void Reads_what_was_written_by_every_earlier_version()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Incidents", "facts.jsonl"));
        var facts = lines.Select(line => JsonSerializer.Deserialize<IncidentEvent>(line, Json)!).ToArray();

        Assert.All(facts, fact => fact.Describe().ShouldReadWell());
        Assert.All(facts, fact => OpenIncident().Apply(fact));
        Assert.Empty(Sample.Concrete<IncidentEvent>().Except(facts.Select(fact => fact.GetType())).Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Reads_a_fact_from_before_its_optional_fields_were_added(string type)
    {
        var fact = Fact(type);
        var text = JsonNode.Parse(JsonSerializer.Serialize(fact, Json))!.AsObject();
        foreach (var added in Constructor(fact.GetType()).Where(one => one.HasDefaultValue))
            text.Remove(JsonNamingPolicy.CamelCase.ConvertName(added.Name!));
        text["of a later version"] = "ignored";

        var back = JsonSerializer.Deserialize<IncidentEvent>(text.ToJsonString(), Json)!;

        back.Describe().ShouldReadWell();
        Assert.Equal(2, OpenIncident().Apply(back).Version);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Leaves_a_line_that_reads_well(string type) => Fact(type).Describe().ShouldReadWell();

    static IncidentEvent Fact(string type) =>
        Sample.Of<IncidentEvent>(Sample.Concrete<IncidentEvent>().Single(one => one.Name == type));

    static System.Reflection.ParameterInfo[] Constructor(Type type) =>
        type.GetConstructors().MaxBy(one => one.GetParameters().Length)!.GetParameters();

    /// <summary>Only what the fact was made of is stored, never what can be worked out of it.</summary>
    static IEnumerable<string> Names(object made) => Constructor(made.GetType())
        .Select(one => JsonNamingPolicy.CamelCase.ConvertName(one.Name!)).Append("$type").Order(StringComparer.Ordinal);

    static IEnumerable<string> Keys(string json) =>
        JsonNode.Parse(json)!.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal);

    static readonly IComparer<Type> ByName = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
}
