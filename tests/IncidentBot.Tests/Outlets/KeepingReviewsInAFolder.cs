using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Drawing;
using IncidentBot.Support;
using static IncidentBot.Support.Persons;

namespace IncidentBot.Outlets;

public sealed class KeepingReviewsInAFolder : IDisposable
{
    const string Home = "2030/INC-1-checkout-is-down";
    static readonly GitAuthor Author = new("IncidentBot", "incidents@example.org");

    readonly WorkingTree tree = new();

    static Repository In(WorkingTree tree, bool push = false) => new(new(tree.Folder, Author), push);

    static async Task<BotHarness> Bot(WorkingTree tree, bool git = true, bool push = false, Organisation? org = null)
    {
        var bot = await BotHarness.Sending("sqlite", _ => new ReviewFolder(tree.Folder, git ? In(tree, push) : null, new ReviewFiles()), org);
        await Resolved(bot, "declare sev1 checkout is down");
        return bot;
    }

    static async Task Resolved(BotHarness bot, string declare, string name = "INC-1")
    {
        await bot.Says(Ada, declare);
        await bot.Says(Ada, $"pir {name} why the disk was full");
        await bot.Says(Ada, $"resolve {name} made room");
        await bot.Says(Ada, $"pir {name} draft");
        await bot.DraftReviews();
    }

    static async Task<BotHarness> Published(WorkingTree tree, bool push = false, Organisation? org = null)
    {
        var bot = await Bot(tree, push: push, org: org);
        await bot.Says(Ada, "pir INC-1 publish");
        return bot;
    }

    [Fact]
    public async Task Commits_it_with_its_pictures_when_it_is_published_and_not_before()
    {
        var bot = await Bot(tree);
        Assert.Empty(tree.Files);
        Assert.Contains("Once it is published it also goes to the Git folder of reviews.", await bot.Says(Ada, "pir INC-1 export"));
        await bot.Says(Ada, "pir INC-1 publish");

        Assert.Equal([$"{Home}/five-whys.png", $"{Home}/review.md"], tree.Files);
        Assert.StartsWith("# Review of INC\\-1\\: checkout is down\n", tree.Read($"{Home}/review.md"));
        Assert.Contains("](five-whys.png)", tree.Read($"{Home}/review.md"));
        Assert.Equal(["IncidentBot <incidents@example.org> INC-1: review published: checkout is down"], tree.Log);
        Assert.Equal("", tree.Git("status", "--porcelain"));
        Assert.Contains("It also goes to the Git folder of reviews, now and whenever it changes.", await bot.Says(Ada, "pir INC-1 export"));
    }

    [Fact]
    public async Task Commits_what_changes_afterwards_and_nothing_where_nothing_does()
    {
        var bot = await Published(tree);
        await bot.Says(Ada, "subscribe INC-1");
        await bot.Says(Ada, "pir INC-1 edit summary Cards were refused for an hour.");
        await bot.Says(Ada, "pir INC-1 close");

        Assert.Equal(["closed", "changed", "published"], tree.Log.Select(line => line.Split(' ')[4].TrimEnd(':')));
        Assert.Contains("Cards were refused for an hour\\.", tree.Read($"{Home}/review.md"));
    }

    [Fact]
    public async Task Moves_with_the_title()
    {
        var bot = await Published(tree);
        tree.Write($"{Home}/notes.txt", "Somebody's own.");
        await bot.Says(Ada, "title INC-1 -Paying: 50% fail \"\u00e9\"");

        Assert.Equal([$"{Home}/notes.txt", "2030/INC-1-paying-50-fail/five-whys.png", "2030/INC-1-paying-50-fail/review.md"], tree.Files);
        Assert.Equal($"?? {Home}/", tree.Git("status", "--porcelain").Trim());
    }

    [Fact]
    public async Task Leaves_alone_what_others_have_staged_and_changed()
    {
        tree.Write("notes.md", "first");
        tree.Git("add", "notes.md");
        tree.Write("other.md", "not staged");
        await Published(tree);

        Assert.Equal("A  notes.md\n?? other.md\n", tree.Git("status", "--porcelain"));
        Assert.Equal($"{Home}/five-whys.png\n{Home}/review.md\n", tree.Git("show", "--format=", "--name-only"));
    }

    [Fact]
    public async Task Never_writes_what_is_private_and_takes_back_what_becomes_so()
    {
        var bot = await Published(tree);
        await Resolved(bot, "declare sev1 --private the ledger leaks", "INC-2");
        await bot.Says(Ada, "pir INC-2 publish");
        Assert.DoesNotContain(tree.Files, file => file.Contains("INC-2", StringComparison.Ordinal));
        Assert.Contains("It does not go to", await bot.Says(Ada, "pir INC-2 export"));

        await bot.Says(Ada, "private INC-1 on");
        Assert.Empty(tree.Files);
        Assert.Equal("IncidentBot <incidents@example.org> INC-1: review withdrawn", tree.Log[0]);
        Assert.Equal("", tree.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task Puts_roles_in_the_place_of_names_where_the_organisation_does()
    {
        await Published(tree, org: new() { Reviewing = Catalog.Reviewing.Usual with { Blameless = true } });

        Assert.DoesNotContain("Ada", tree.Read($"{Home}/review.md"));
    }

    /// <summary>As if the bot had died between any two steps: written, staged, or the old one already gone.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Goes_on_where_it_died(bool staged)
    {
        var bot = await Published(tree);
        tree.Write($"{Home}/review.md", "half of a new one");
        File.Delete(tree.PathOf($"{Home}/five-whys.png"));
        if (staged)
            tree.Git("add", "--all");
        await bot.Says(Ada, "title INC-1 paying fails");

        Assert.Equal(["2030/INC-1-paying-fails/five-whys.png", "2030/INC-1-paying-fails/review.md"], tree.Files);
        Assert.Equal("", tree.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task Tries_again_while_another_git_works_there()
    {
        var bot = await Bot(tree);
        tree.Write(".git/index.lock", "");
        await bot.Says(Ada, "pir INC-1 publish");
        Assert.Throws<InvalidOperationException>(() => tree.Log);
        File.Delete(tree.PathOf(".git/index.lock"));
        await bot.Wait(TimeSpan.FromMinutes(2));

        Assert.Single(tree.Log);
    }

    [Fact]
    public async Task Says_among_the_deliveries_what_git_will_never_take()
    {
        tree.Write(".gitignore", "2030/\n");
        var bot = await Published(tree);

        var refused = Assert.Single(await bot.Delivered(), one => one.Channel == "review-folder");
        Assert.Equal(("undeliverable", "the Git folder of reviews"), (refused.Outcome, refused.Whom.Name));
        Assert.Contains(".gitignore", refused.Detail);
    }

    [Fact]
    public async Task Runs_no_hook_of_the_repository()
    {
        tree.Write(".git/hooks/pre-commit", "#!/bin/sh\ntouch ran\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(tree.PathOf(".git/hooks/pre-commit"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await Published(tree);

        Assert.Single(tree.Log);
        Assert.DoesNotContain("ran", tree.Files);
    }

    [Fact]
    public async Task Follows_no_link_out_of_the_folder()
    {
        using var elsewhere = new WorkingTree(git: false);
        Directory.CreateSymbolicLink(tree.PathOf("2030"), elsewhere.Folder);
        var bot = await Published(tree);

        Assert.Empty(elsewhere.Files);
        Assert.Contains("link", Assert.Single(await bot.Delivered(), one => one.Channel == "review-folder").Detail);
    }

    [Fact]
    public async Task Lies_as_well_in_a_folder_of_the_working_tree()
    {
        Directory.CreateDirectory(tree.PathOf("docs/reviews"));
        var bot = await BotHarness.Sending("sqlite", _ => new ReviewFolder(
            tree.PathOf("docs/reviews"), new(new(tree.PathOf("docs/reviews"), Author), push: false), new ReviewFiles()));
        await Resolved(bot, "declare sev1 checkout is down");
        await bot.Says(Ada, "pir INC-1 publish");
        await bot.Says(Ada, "title INC-1 paying fails");

        Assert.Equal(["docs/reviews/2030/INC-1-paying-fails/five-whys.png", "docs/reviews/2030/INC-1-paying-fails/review.md"], tree.Files);
        Assert.Equal(2, tree.Log.Length);
        Assert.Equal("", tree.Git("status", "--porcelain"));
    }

    [Fact]
    public async Task Writes_the_same_without_git()
    {
        using var plain = new WorkingTree(git: false);
        var bot = await Bot(plain, git: false);
        await bot.Says(Ada, "pir INC-1 publish");
        Assert.Equal([$"{Home}/five-whys.png", $"{Home}/review.md"], plain.Files);
        await bot.Says(Ada, "private INC-1 on");
        Assert.Empty(plain.Files);
    }

    [Fact]
    public async Task Pushes_on_top_of_what_others_pushed_and_later_what_could_not_be_pushed()
    {
        using var remote = new WorkingTree();
        remote.Write("readme.md", "Reviews.");
        remote.Git("add", "readme.md");
        remote.Git("commit", "--quiet", "--message", "Begin");
        remote.Git("checkout", "--quiet", "-b", "elsewhere");
        using var clone = new WorkingTree(cloneOf: remote.Folder);
        using var theirs = new WorkingTree(cloneOf: remote.Folder);
        foreach (var one in new[] { clone, theirs })
            one.Git("checkout", "--quiet", "main");
        theirs.Write("their.md", "Somebody's own.");
        theirs.Git("add", "their.md");
        theirs.Git("commit", "--quiet", "--message", "Theirs");
        theirs.Git("push", "--quiet", "origin", "HEAD");

        var bot = await Published(clone, push: true);
        Assert.Equal(["INC-1: review published: checkout is down", "Theirs", "Begin"], remote.Git("log", "--format=%s", "main").Split('\n', StringSplitOptions.RemoveEmptyEntries));

        clone.Git("remote", "set-url", "origin", "/nowhere");
        await bot.Says(Ada, "pir INC-1 close");
        clone.Git("remote", "set-url", "origin", remote.Folder);
        await bot.Wait(TimeSpan.FromMinutes(5));
        Assert.StartsWith("INC-1: review closed", remote.Git("log", "--format=%s", "main"));
    }

    public void Dispose() => tree.Dispose();
}
