using IncidentBot.Peers.Support;

namespace IncidentBot.Peers.Teams;

/// <summary>Every card and form, and the app's manifests, checked against what Microsoft publishes of them.</summary>
public class DrawingAsMicrosoftTypesIt
{
    static readonly string Cards = NodeProgram.PathOf("../../../../cards/teams");
    static readonly string[] Manifests = Directory.GetFiles(NodeProgram.PathOf("../../../../manifests/teams"), "*.json");

    [Fact]
    public async Task All_cards_and_forms_are_what_Teams_calls_Adaptive_Cards()
    {
        var said = await NodeProgram.Run("types.mjs", Cards);

        Assert.EndsWith($"{Directory.GetFiles(Cards, "*.json").Length} drawings", said.Trim());
    }

    /// <summary>What passes above means something: each of these is one word away from a drawing of ours.</summary>
    [Theory]
    [InlineData("incident", "\"style\": \"warning\"", "\"style\": \"amber\"")]
    [InlineData("incident", "\"wrap\": true", "\"wrap\": \"yes\"")]
    [InlineData("incident", "\"verb\"", "\"verbs\"")]
    [InlineData("incident", "\"RichTextBlock\"", "\"RichText\"")]
    [InlineData("form-declare", "\"isMultiline\"", "\"multiline\"")]
    [InlineData("form-declare", "\"style\": \"compact\"", "\"style\": \"menu\"")]
    public async Task A_drawing_with_one_wrong_word_is_noticed(string name, string word, string wrong)
    {
        using var folder = new Folder();
        var drawing = await File.ReadAllTextAsync(Path.Combine(Cards, $"{name}.json"));
        Assert.Contains(word, drawing);
        folder.Write("broken.json", drawing.Replace(word, wrong));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => NodeProgram.Run("types.mjs", folder.Path));

        Assert.Contains("broken.ts", failure.Message);
    }

    [Fact]
    public async Task The_manifests_are_what_Teams_takes()
    {
        Assert.Equal(2, Manifests.Length);
        Assert.Equal("", await NodeProgram.Run("manifests.mjs", Manifests));
    }

    [Fact]
    public async Task A_manifest_with_one_wrong_word_is_noticed()
    {
        using var folder = new Folder();
        var broken = folder.Write("broken.json", (await File.ReadAllTextAsync(Manifests[0])).Replace("\"botId\"", "\"bot\""));

        Assert.Contains("must have required property 'botId'", await NodeProgram.Run("manifests.mjs", broken));
    }
}
