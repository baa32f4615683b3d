using IncidentBot.Catalog;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Settings;

/// <summary>A change is in force without a restart; a broken one never is.</summary>
public sealed class ReloadingTheFile : IDisposable
{
    readonly Folder folder = new();
    readonly FakeTimeProvider clock = new(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public void A_good_change_replaces_the_old_one()
    {
        var current = Open("people: { ada: Ada }");
        var before = current.Now.File!;
        clock.Advance(TimeSpan.FromHours(1));
        folder.Write("organisation.yaml", "people: { ada: Ada, mei: Mei }");
        LookUntilQuiet(current);

        Assert.Equal(["ada", "mei"], current.Now.People.Select(member => member.Person.Id));
        Assert.NotEqual(before.Hash, current.Now.File!.Hash);
        Assert.Equal(before.LoadedAt.AddHours(1), current.Now.File.LoadedAt);
    }

    [Fact]
    public void A_broken_change_leaves_the_old_one_in_force_and_says_why()
    {
        var current = Open("people: { ada: Ada }");
        var before = current.Now;
        folder.Write("organisation.yaml", "peple: { ada: Ada }");
        LookUntilQuiet(current);

        Assert.Same(before.People, current.Now.People);
        Assert.Equal(before.File!.Hash, current.Now.File!.Hash);
        Assert.Contains("did you mean “people”?", Assert.Single(current.Now.File.Refused));

        folder.Write("organisation.yaml", "people: { ada: Ada }");
        LookUntilQuiet(current);
        Assert.Empty(current.Now.File!.Refused);
    }

    [Fact]
    public void A_file_that_is_just_being_written_is_left_alone()
    {
        var current = Open("people: { ada: Ada }");
        folder.Write("organisation.yaml", "people:\n  mei:");
        Assert.True(current.Look());
        folder.Write("organisation.yaml", "people:\n  mei: Mei\n  kofi: Kofi");
        Assert.True(current.Look());
        Assert.Equal("ada", current.Now.People.Single().Person.Id);
        Assert.False(current.Look());
        Assert.Equal(2, current.Now.People.Count);
    }

    [Fact]
    public void The_same_content_is_not_read_again()
    {
        var current = Open("people: { ada: Ada }");
        var before = current.Now;
        folder.Write("organisation.yaml", "people: { ada: Ada }");
        LookUntilQuiet(current);
        Assert.Same(before, current.Now);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   \n", "is empty")]
    public void A_file_that_lost_its_content_is_refused(string content, string why)
    {
        var current = Open("people: { ada: Ada }");
        folder.Write("organisation.yaml", content);
        LookUntilQuiet(current);
        Assert.Equal("ada", current.Now.People.Single().Person.Id);
        Assert.Contains(why, current.Now.File!.Refused.Single());
    }

    [Fact]
    public void A_file_that_is_gone_leaves_the_old_one_in_force()
    {
        var current = Open("people: { ada: Ada }");
        File.Delete(current.Path);
        LookUntilQuiet(current);
        Assert.Equal("ada", current.Now.People.Single().Person.Id);
        Assert.Contains("is gone", current.Now.File!.Refused.Single());
    }

    [Fact]
    public void A_file_that_comes_later_is_taken_up()
    {
        var current = Open(null);
        Assert.Null(current.Now.File!.Hash);
        folder.Write("organisation.yaml", "people: { ada: Ada }");
        LookUntilQuiet(current);
        Assert.Equal("ada", current.Now.People.Single().Person.Id);
    }

    [Fact]
    public void A_file_larger_than_1_MB_is_refused()
    {
        var current = Open("people: { ada: Ada }");
        folder.Write("organisation.yaml", $"# {new string('x', 1024 * 1024)}");
        LookUntilQuiet(current);
        Assert.Contains("is larger than 1 MB", current.Now.File!.Refused.Single());
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        var current = Open("people: { ada: Ada }");
        File.WriteAllBytes(current.Path, [0x70, 0xC3, 0x28, 0xFF]);
        LookUntilQuiet(current);
        Assert.Contains("is not UTF-8", current.Now.File!.Refused.Single());
    }

    [Fact]
    public void A_mounted_folder_that_is_swapped_is_noticed()
    {
        Directory.CreateDirectory(folder.At("v1"));
        Directory.CreateDirectory(folder.At("v2"));
        folder.Write("v1/organisation.yaml", "people: { ada: Ada }");
        folder.Write("v2/organisation.yaml", "people: { mei: Mei }");
        Directory.CreateSymbolicLink(folder.At("data"), folder.At("v1"));
        File.CreateSymbolicLink(folder.At("organisation.yaml"), folder.At("data/organisation.yaml"));
        var current = new CurrentOrganisation(
            folder.At("organisation.yaml"), required: true, new(), clock, NullLogger<CurrentOrganisation>.Instance);

        Directory.Delete(folder.At("data"));
        Directory.CreateSymbolicLink(folder.At("data"), folder.At("v2"));
        LookUntilQuiet(current);
        Assert.Equal("mei", current.Now.People.Single().Person.Id);
    }

    [Fact]
    public async Task It_is_noticed_without_being_asked_for()
    {
        var current = Open("people: { ada: Ada }");
        using var watch = new OrganisationWatch(current, clock, NullLogger<OrganisationWatch>.Instance);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await watch.StartAsync(patience.Token);
        folder.Write("organisation.yaml", "people: { mei: Mei }");
        while (current.Now.People.Single().Person.Id == "ada")
        {
            patience.Token.ThrowIfCancellationRequested();
            clock.Advance(OrganisationWatch.Settle);
            await Task.Yield();
        }
        await watch.StopAsync(patience.Token);
    }

    [Fact]
    public void A_broken_file_stops_the_start()
    {
        var refused = Assert.Throws<StartRefusedException>(
            () => Open("escalation: { a: { last: announce } }\npeple: 1"));
        Assert.Equal(3, refused.Lines.Count);
        Assert.All(refused.Lines, line => Assert.StartsWith("organisation.yaml, line ", line));
    }

    [Fact]
    public void A_named_file_that_is_missing_stops_the_start() =>
        Assert.Contains("doesn't exist", Assert.Throws<StartRefusedException>(() => new CurrentOrganisation(
            folder.At("nowhere/organisation.yaml"), required: true, new(), clock,
            NullLogger<CurrentOrganisation>.Instance)).Lines.Single());

    public void Dispose() => folder.Dispose();

    CurrentOrganisation Open(string? yaml)
    {
        if (yaml is not null)
            folder.Write("organisation.yaml", yaml);
        return new(
            folder.At("organisation.yaml"), required: false, new(), clock, NullLogger<CurrentOrganisation>.Instance);
    }

    static void LookUntilQuiet(CurrentOrganisation current)
    {
        while (current.Look())
        {
        }
    }
}
