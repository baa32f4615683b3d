using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Drawing;
using IncidentBot.Support;

namespace IncidentBot.Slack;

/// <summary>
/// The files in cards/slack are what Slack is sent. Set REDRAW=true to write them anew, and look at what changed; each can
/// be pasted into https://app.slack.com/block-kit-builder.
/// </summary>
public class ShowingEveryCard
{
    const string Folder = "cards/slack";

    static readonly bool Redraw = Environment.GetEnvironmentVariable("REDRAW") == "true";
    static readonly Organisation Org = Some.Org() with
    {
        People = [.. Some.Org().People.Select(one => one with { Accounts = [new("slack", $"U0{one.Person.Id.ToUpperInvariant()}")] })],
    };
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task They_look_as_the_files_say()
    {
        var drawn = await All();
        Assert.Distinct(drawn.Select(one => one.Name));
        if (Redraw)
            Write(drawn);
        Assert.Equal(
            drawn.Select(one => one.Name).Order(),
            Repository.Files(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order());
        var changed = drawn.Where(one => File.ReadAllText(PathOf(one.Name)) != TextOf(one.Drawn)).Select(one => one.Name).ToArray();
        Assert.True(changed.Length == 0, $"Changed: {string.Join(", ", changed)}. If that is meant: REDRAW=true dotnet test --filter ShowingEveryCard");
    }

    [Fact]
    public async Task They_keep_to_Slacks_limits() => Assert.All(await All(), one => Assert.Empty(
        one.Drawn.ContainsKey("callback_id") ? BlockKitRules.FlawsOfView(one.Drawn) : BlockKitRules.FlawsOfMessage(one.Drawn)));

    static async Task<IReadOnlyList<(string Name, JsonObject Drawn)>> All() =>
    [
        .. Exhibition.Cards.Select(one => (one.Name, SlackCard.Message(one.Card, Org))),
        .. (await Exhibition.Forms()).Select(one => (
            one.Name, SlackForm.View(one.Form, new(one.Form.Line, "C0123456789", "V0123456789"), Org))),
    ];

    static void Write(IEnumerable<(string Name, JsonObject Drawn)> all)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf(Folder));
        foreach (var old in folder.GetFiles("*.json"))
            old.Delete();
        foreach (var (name, drawn) in all)
            File.WriteAllText(PathOf(name), TextOf(drawn));
    }

    static string TextOf(JsonObject drawn) => $"{drawn.ToJsonString(Json).ReplaceLineEndings("\n")}\n";

    static string PathOf(string name) => Repository.PathOf($"{Folder}/{name}.json");
}
