using System.Text.RegularExpressions;
using IncidentBot.Commands;
using IncidentBot.Support;

namespace IncidentBot.Tests;

/// <summary>docs/platforms.md says what there is on each platform; it is held against the code.</summary>
public sealed partial class ComparingPlatforms
{
    static readonly string Page = string.Join('\n', Repository.Lines("docs/platforms.md"));

    [Fact]
    public void names_every_command() =>
        Assert.Equal(CommandBook.All.Select(command => command.Usage.Verb).Order(), Listed("## Commands", "## Forms"));

    [Fact]
    public async Task names_every_form() => Assert.Equal(
        (await Exhibition.Forms()).Select(one => one.Name["form-".Length..]).Order(), Listed("when they are told nothing:", "| |"));

    [Theory]
    [InlineData("slack")]
    [InlineData("teams")]
    public async Task each_platform_draws_every_card_and_form(string platform) => Assert.Empty(
        Exhibition.Cards.Select(one => one.Name).Concat((await Exhibition.Forms()).Select(one => one.Name)).Except(
            Repository.Files($"cards/{platform}", "*.json").Select(file => Path.GetFileNameWithoutExtension(file))));

    /// <summary>What stands as code between two places of the page.</summary>
    static IEnumerable<string> Listed(string from, string to)
    {
        var start = Page.IndexOf(from, StringComparison.Ordinal) + from.Length;
        var end = Page.IndexOf(to, start, StringComparison.Ordinal);
        return Code().Matches(Page[start..end]).Select(match => match.Groups[1].Value).Order();
    }

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Code();
}
