using IncidentBot.Peers.Support;

namespace IncidentBot.Peers.Slack;

/// <summary>Every card and form, checked by the TypeScript compiler against the types that Slack publishes.</summary>
public class DrawingAsSlackTypesIt
{
    static readonly string Cards = NodeProgram.PathOf("../../../../cards/slack");

    [Fact]
    public async Task All_cards_and_forms_are_what_Slack_calls_blocks_and_views()
    {
        var said = await NodeProgram.Run("types.mjs", Cards);

        Assert.EndsWith($"{Directory.GetFiles(Cards, "*.json").Length} drawings", said.Trim());
    }

    /// <summary>What passes above means something: each of these is one word away from a drawing of ours.</summary>
    [Theory]
    [InlineData("incident", "\"type\": \"header\"", "\"type\": \"heading\"")]
    [InlineData("incident", "\"style\": \"primary\"", "\"style\": \"good\"")]
    [InlineData("incident", "\"rich_text_section\"", "\"rich_text_part\"")]
    [InlineData("incident", "\"bold\": true", "\"bold\": \"yes\"")]
    [InlineData("incident", "\"action_id\"", "\"actionId\"")]
    [InlineData("form-declare", "\"submit\"", "\"submitting\"")]
    [InlineData("form-declare", "\"optional\": false", "\"optional\": 0")]
    [InlineData("form-declare", "\"type\": \"static_select\"", "\"type\": \"select\"")]
    public async Task A_drawing_with_one_wrong_word_is_noticed(string name, string word, string wrong)
    {
        using var folder = new Folder();
        var drawing = await File.ReadAllTextAsync(Path.Combine(Cards, $"{name}.json"));
        Assert.Contains(word, drawing);
        folder.Write("broken.json", drawing.Replace(word, wrong));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => NodeProgram.Run("types.mjs", folder.Path));

        Assert.Contains("broken.ts", failure.Message);
    }
}
