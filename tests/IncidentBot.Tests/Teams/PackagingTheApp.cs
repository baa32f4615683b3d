using System.IO.Compression;
using System.Text.Json.Nodes;
using IncidentBot.Commands;
using IncidentBot.Support;
using IncidentBot.Teams.Setup;
using Microsoft.Extensions.Configuration;
using NJsonSchema;

namespace IncidentBot.Teams;

/// <summary>
/// What an administrator uploads is what Teams takes, asks for what is used, and bears their own ids.
/// </summary>
public class PackagingTheApp
{
    const string AppId = "12345678-90ab-cdef-1234-567890abcdef";

    static readonly Uri Site = new("https://incidents.contoso.example/");

    public static TheoryData<string, string> Manifests => new()
    {
        { "manifest.json", "1.29" },
        { "manifest-without-slash.json", "1.19" },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public async Task Keeps_to_the_schema(string template, string version)
    {
        var schema = await JsonSchema.FromFileAsync(
            Repository.PathOf($"tests/IncidentBot.Tests/Teams/Schemas/manifest-{version}.json"));

        Assert.Equal(version, (string?)Manifest(template)["manifestVersion"]);
        Assert.Empty(schema.Validate(Manifest(template).ToJsonString()));
        Assert.Empty(schema.Validate(Packaged(template).ToJsonString()));
        var wrong = Manifest(template).ToJsonString().Replace("\"botId\"", "\"bot\"", StringComparison.Ordinal);
        Assert.NotEmpty(schema.Validate(wrong));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Asks_for_exactly_what_is_used(string template, string version)
    {
        _ = version;
        Assert.Equal(
            Scope.OfTheTeam.Select(scope => (scope.Name, "Application")),
            Manifest(template)["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray()
                .Select(one => ((string)one!["name"]!, (string)one["type"]!)));
    }

    [Fact]
    public void Says_what_each_permission_is_for()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/teams.md"));
        Assert.All(
            Scope.OfTheTeam.Concat(Scope.OfTheOrganisation),
            scope => Assert.Contains($"| `{scope.Name}` | {scope.Why} |", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Offers_only_commands_that_there_are(string template, string version)
    {
        _ = version;
        var offered = Manifest(template)["bots"]![0]!["commandLists"]!.AsArray()
            .SelectMany(list => list!["commands"]!.AsArray()).Select(command => (string)command!["title"]!).ToArray();

        Assert.NotEmpty(offered);
        Assert.All(offered, verb => Assert.NotNull(CommandBook.Find(verb)));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Bears_the_ids_of_whoever_runs_it(string template, string version)
    {
        _ = version;
        var (manifest, text) = (Packaged(template), Packaged(template).ToJsonString());

        var ids = new[]
        {
            manifest["id"], manifest["bots"]![0]!["botId"], manifest["composeExtensions"]![0]!["botId"],
            manifest["webApplicationInfo"]!["id"],
        };
        Assert.All(ids, id => Assert.Equal(AppId, (string?)id));
        Assert.Equal("incidents.contoso.example", (string?)manifest["validDomains"]![0]);
        Assert.Equal(
            "incidents.contoso.example",
            (string?)manifest["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"]![0]);
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("00000000", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_the_same_whenever_it_is_written() => Assert.All(
        TeamsPackage.All, package => Assert.Equal(package.Zip(AppId, Site), package.Zip(AppId, Site)));

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Has_icons_of_the_size_that_Teams_wants(string icon, int size)
    {
        var bytes = Unzipped(TeamsPackage.All[0])[icon];

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.Equal((size, size), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)),
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
    }

    [Fact]
    public void Writes_both_packages_and_says_what_comes_next()
    {
        var folder = Directory.CreateTempSubdirectory("incidentbot-");
        try
        {
            var (code, said) = Run(
                ["teams", "package", folder.FullName], ("Teams:AppId", AppId), ("PublicUrl", $"{Site}"));

            Assert.Equal(0, code);
            Assert.Contains("https://incidents.contoso.example/api/messages", said);
            Assert.Equal(
                TeamsPackage.All.Select(one => one.Name).Order(), folder.GetFiles().Select(file => file.Name).Order());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Refuses_without_an_app_id()
    {
        var (code, said) = Run(["teams", "package"]);

        Assert.Equal(1, code);
        Assert.StartsWith("Teams:AppId is missing", said);
    }

    [Fact]
    public void Says_what_is_wrong_with_an_app_id() =>
        Assert.Equal(1, Run(["teams", "package"], ("Teams:AppId", "mine")).Code);

    [Fact]
    public void Says_what_it_can_do() =>
        Assert.Equal((2, "Say what to do: teams package [folder]"), Run(["teams", "unpack"]));

    [Fact]
    public void Warns_of_an_address_that_Teams_cannot_reach() => Assert.DoesNotContain(
        "validDomains", Text(Unzipped(TeamsPackage.All[0], new("http://localhost:3978"))["manifest.json"]));

    static (int Code, string Said) Run(string[] arguments, params (string Key, string Value)[] settings)
    {
        var output = new StringWriter();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build();
        return (TeamsVerb.Run(arguments, configuration, output), output.ToString().Trim());
    }

    static JsonNode Manifest(string template) =>
        JsonNode.Parse(File.ReadAllText(Repository.PathOf($"manifests/teams/{template}")))!;

    static JsonNode Packaged(string template) =>
        JsonNode.Parse(Unzipped(TeamsPackage.All.Single(one => one.Template == template))["manifest.json"])!;

    static Dictionary<string, byte[]> Unzipped(TeamsPackage package, Uri? site = null)
    {
        using var zip = new ZipArchive(new MemoryStream(package.Zip(AppId, site ?? Site)));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var bytes = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
