using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack;
using IncidentBot.Slack.Drawing;
using IncidentBot.Support;
using IncidentBot.Teams;
using IncidentBot.Teams.Drawing;

namespace IncidentBot;

/// <summary>
/// The files in cards are what the platforms are sent. Set REDRAW=true to write them anew, and look at what changed; each can
/// be pasted into https://app.slack.com/block-kit-builder or https://adaptivecards.microsoft.com/designer.
/// </summary>
public class ShowingEveryCard
{
    static readonly bool Redraw = Environment.GetEnvironmentVariable("REDRAW") == "true";
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly Organisation OnSlack = With(one => new("slack", $"U0{one.Id.ToUpperInvariant()}"));
    static readonly Organisation OnTeams = With(one => new("teams", TeamsIdOf(one)));

    static readonly Platform[] All =
    [
        new(
            "slack",
            card => SlackCard.Message(card, OnSlack),
            form => SlackForm.View(form, new(form.Line, "C0123456789", "V0123456789"), OnSlack),
            one => one.ContainsKey("callback_id") ? BlockKitRules.FlawsOfView(one) : BlockKitRules.FlawsOfMessage(one))
        {
            Own = () => SlackExhibition.Of(OnSlack),
        },
        new(
            "teams",
            card => TeamsCard.Content(card, OnTeams),
            form => TeamsForm.Card(form, new(form.Line, "19:0123456789@thread.tacv2", "once", "Europe/Berlin"), OnTeams),
            AdaptiveCardRules.Flaws),
    ];

    public static TheoryData<string> Platforms => [.. All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task They_look_as_the_files_say(string platform)
    {
        var (folder, drawn) = ($"cards/{platform}", await Drawn(Of(platform)));
        Assert.Distinct(drawn.Select(one => one.Name));
        if (Redraw)
            Write(folder, drawn);
        Assert.Equal(
            drawn.Select(one => one.Name).Order(),
            Repository.Files(folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order());
        var changed = drawn.Where(one => File.ReadAllText(PathOf(folder, one.Name)) != TextOf(one.Drawn)).Select(one => one.Name).ToArray();
        Assert.True(changed.Length == 0, $"Changed: {string.Join(", ", changed)}. If that is meant: REDRAW=true dotnet test --filter ShowingEveryCard");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task They_keep_to_the_limits(string platform) => Assert.Empty(
        from one in await Drawn(Of(platform))
        from flaw in Of(platform).Flaws(one.Drawn)
        select $"{one.Name}: {flaw}");

    static Platform Of(string name) => All.Single(one => one.Name == name);

    static async Task<IReadOnlyList<(string Name, JsonObject Drawn)>> Drawn(Platform platform) =>
    [
        .. Exhibition.Cards.Select(one => (one.Name, platform.Card(one.Card))),
        .. (await Exhibition.Forms()).Select(one => (one.Name, platform.Form(one.Form))),
        .. platform.Own(),
    ];

    static void Write(string path, IEnumerable<(string Name, JsonObject Drawn)> all)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf(path));
        foreach (var old in folder.GetFiles("*.json"))
            old.Delete();
        foreach (var (name, drawn) in all)
            File.WriteAllText(PathOf(path, name), TextOf(drawn));
    }

    static string TextOf(JsonObject drawn) => $"{drawn.ToJsonString(Json).ReplaceLineEndings("\n")}\n";

    static string PathOf(string folder, string name) => Repository.PathOf($"{folder}/{name}.json");

    static Organisation With(Func<Person, Account> account) => Some.Org() with
    {
        People = [.. Some.Org().People.Select(one => one with { Accounts = [account(one.Person)] })],
    };

    static string TeamsIdOf(Person one) => $"{(int)one.Id[0]:D8}-0000-0000-0000-000000000000";

    sealed record Platform(
        string Name, Func<Card, JsonObject> Card, Func<Form, JsonObject> Form, Func<JsonObject, IEnumerable<string>> Flaws)
    {
        /// <summary>What no other platform has.</summary>
        public Func<IEnumerable<(string Name, JsonObject Drawn)>> Own { get; init; } = () => [];
    }
}
