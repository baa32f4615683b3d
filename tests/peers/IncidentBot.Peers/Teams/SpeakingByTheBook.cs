using System.Text.Json.Nodes;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Peers.Support;
using IncidentBot.Teams;
using IncidentBot.Teams.Calls;
using IncidentBot.Teams.Outgoing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Peers.Teams;

/// <summary>Every call of the Connector, let through by Prism only where it keeps to Microsoft's own description.</summary>
public sealed class SpeakingByTheBook : IAsyncLifetime
{
    const string Channel = "19:inc1@thread.tacv2";

    FakeTeams teams = null!;
    NodeProgram prism = null!;
    TeamsApi api = null!;
    Tokens tokens = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.Start();
        prism = await NodeProgram.Start("prism.mjs", "proxy", Specification("connector.swagger.json"), teams.ServiceUrl.TrimEnd('/'));
        var settings = new TeamsSettings
        {
            AppId = FakeTeams.App,
            AppPassword = FakeTeams.Password,
            TenantId = FakeTeams.Tenant,
            ServiceUrl = prism.Address,
            LoginUrl = new(teams.Url, "login/"),
            GraphUrl = new(teams.Url, "graph/v1.0/"),
            OpenIdMetadataUrl = teams.Url,
            AnnounceChannel = "incidents",
        };
        tokens = Tokens.Of(settings, TimeProvider.System);
        var notes = new TeamsNotes(new Paper(), TimeProvider.System, NullLogger<TeamsNotes>.Instance);
        api = new(new(settings, notes), tokens, new(TimeProvider.System), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        tokens.Dispose();
        await prism.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_card_is_sent_edited_answered_and_taken_back()
    {
        var card = new Card($"Checkout is down") { Lines = [$"{new Person("ada", "Ada")} leads"], Buttons = [new("Resolve", "resolve INC-1")] };
        var id = await api.Send(Channel, Drafts.Drawn(card, new Organisation()), default);
        await api.Reply(Channel, id, Drafts.Drawn(card, new Organisation()), default);
        await api.Edit(Channel, id, Drafts.Drawn(card with { Accent = Accent.Good }, new Organisation()), default);
        await api.Delete(Channel, id, default);

        Assert.True(teams.Posts[0].Deleted);
        Assert.Equal(1, teams.Posts[0].Edits);
    }

    [Fact]
    public async Task Conversations_are_opened_with_one_person_and_in_a_channel()
    {
        var (direct, _) = await api.Open(
            new()
            {
                ["isGroup"] = false,
                ["bot"] = new JsonObject { ["id"] = FakeTeams.Bot },
                ["members"] = new JsonArray(new JsonObject { ["id"] = "29:ada" }),
                ["tenantId"] = FakeTeams.Tenant,
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeTeams.Tenant } },
            },
            null, default);
        Assert.Equal("a:ada", direct);

        var (thread, root) = await api.Open(
            new()
            {
                ["isGroup"] = true,
                ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = Channel } },
                ["activity"] = Drafts.Drawn(new($"Checkout is down"), new Organisation()),
            },
            Channel, default);
        Assert.Equal($"{Channel};messageid={root}", thread);
    }

    [Fact]
    public async Task Everybody_is_found()
    {
        var found = 0;
        await foreach (var member in api.Members(Channel, default))
            found += member.TryGetProperty("id", out _) ? 1 : 0;
        Assert.Equal(teams.People.Count, found);
    }

    [Fact]
    public async Task What_does_not_keep_to_it_is_not_let_through() => await Assert.ThrowsAsync<ChatRefusedException>(
        () => api.Send(Channel, new() { ["type"] = "message", ["attachments"] = "none" }, default));

    internal static string Specification(string name) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "..", "tests", "peers", "IncidentBot.Peers", "Teams", name));
}
