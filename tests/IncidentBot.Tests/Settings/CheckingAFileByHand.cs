namespace IncidentBot.Settings;

/// <summary>The command line says what is wrong with a file before it is in force.</summary>
public sealed class CheckingAFileByHand : IDisposable
{
    readonly Folder folder = new();
    readonly StringWriter output = new();

    [Fact]
    public void A_good_file_is_ok()
    {
        Assert.Equal(0, CheckVerb.Run(["check", Repository.File("docs", "organisation.example.yaml")], output));
        Assert.Equal("ok", output.ToString().Trim());
    }

    [Fact]
    public void A_broken_file_is_answered_with_its_errors()
    {
        Assert.Equal(1, CheckVerb.Run(["check", folder.Write("organisation.yaml", "peple: 1\nservces: 2")], output));
        Assert.Equal(2, output.ToString().Trim().Split('\n').Length);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Assert.Equal(1, CheckVerb.Run(["check", "nowhere.yaml"], output));
        Assert.Equal("nowhere.yaml doesn't exist; correct the path.", output.ToString().Trim());
    }

    [Fact]
    public void Without_a_file_it_says_how_to_name_one()
    {
        Assert.True(CheckVerb.Asked(["check"]));
        Assert.Equal(2, CheckVerb.Run(["check"], output));
    }

    [Fact]
    public void Other_words_are_for_the_bot() => Assert.False(CheckVerb.Asked(["--urls", "http://localhost:1"]));

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
    }
}
