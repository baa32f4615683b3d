using System.Text.Json.Nodes;
using IncidentBot.Chat;
using IncidentBot.Teams.Calls;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IncidentBot.Teams;

/// <summary>One call of the Connector, and what Teams and the way there do to it.</summary>
public sealed class CallingTeams : IAsyncLifetime
{
    const string Conversation = "19:a@thread.tacv2";

    readonly FakeTimeProvider clock = new(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    FakeTeams teams = null!;
    TeamsSettings settings = null!;
    Tokens tokens = null!;
    ServiceUrl service = null!;
    TeamsApi api = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.Start(clock);
        settings = Settings(teams);
        tokens = Tokens.Of(settings, clock);
        service = new(settings, new(new Paper(), clock, NullLogger<TeamsNotes>.Instance));
        api = new(service, tokens, new(clock), clock);
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        tokens.Dispose();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task What_is_said_is_edited_and_taken_back_under_its_id()
    {
        var id = await api.Send(Conversation, Message("hello"), default);
        await api.Edit(Conversation, id, Message("hello again"), default);

        var post = Assert.Single(teams.Posts);
        Assert.Equal((id, Conversation, "hello again"), (post.Id, post.Conversation, (string)post.Activity["text"]!));
        Assert.Equal(id, (string)post.Activity["id"]!);
        await api.Delete(Conversation, id, default);
        Assert.True(post.Deleted);
    }

    [Fact]
    public async Task A_token_is_fetched_once_and_kept_until_shortly_before_it_ends()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => api.Send($"a:{number}", Message("hello"), default)));
        clock.Advance(TimeSpan.FromMinutes(54));
        await api.Send("a:1", Message("hello"), default);
        Assert.Equal(1, teams.Granted);

        clock.Advance(TimeSpan.FromMinutes(2));
        await api.Send("a:1", Message("hello"), default);
        Assert.Equal(2, teams.Granted);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        var refused = 0;
        teams.Faults = call =>
            call.Path.Contains("activities", StringComparison.Ordinal) && refused++ == 0 ? new Fault.Status(401) : null;
        Assert.NotEmpty(await api.Send(Conversation, Message("hello"), default));
        Assert.Equal(2, teams.Granted);

        teams.Faults = call =>
            call.Path.Contains("activities", StringComparison.Ordinal) ? new Fault.Status(401) : null;
        var later = await Assert.ThrowsAsync<ChatUnavailableException>(
            () => api.Send(Conversation, Message("hello"), default));
        Assert.Equal(TimeSpan.FromMinutes(1), later.RetryAfter);
    }

    [Fact]
    public async Task A_wrong_secret_is_named_and_gives_up_nothing()
    {
        using var wrong = Tokens.Of(settings with { AppPassword = "another-secret" }, clock);
        using var other = new TeamsApi(service, wrong, new(clock), clock);

        var later = await Assert.ThrowsAsync<ChatUnavailableException>(
            () => other.Send(Conversation, Message("hello"), default));

        Assert.Contains("AADSTS7000215", later.Message);
        Assert.Contains("Teams:AppPassword", later.Message);
        Assert.DoesNotContain("another-secret", $"{later}");
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(302)]
    public async Task It_may_work_later_when_Teams_answers(int status)
    {
        Refuse(new(status, "<html>", status == 429 ? 7 : null));
        await Assert.ThrowsAsync<ChatUnavailableException>(() => api.Send(Conversation, Message("hello"), default));
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(413, "MessageSizeTooBig")]
    [InlineData(501, "NotImplemented")]
    public async Task It_never_works_when_Teams_answers(int status, string code)
    {
        Refuse(new(status, $$$"""{"error":{"code":"{{{code}}}","message":"secret things"}}"""));

        var no = await Assert.ThrowsAsync<ChatRefusedException>(
            () => api.Send(Conversation, Message("hello"), default));

        Assert.Equal((status, code), (TeamsException.StatusIn(no), TeamsException.CodeIn(no)));
        Assert.DoesNotContain("secret things", $"{no}");
    }

    [Fact]
    public async Task It_keeps_silent_for_as_long_as_Teams_asks_in_that_conversation_alone()
    {
        Refuse(new(429, "{}", 30));
        var later = await Assert.ThrowsAsync<ChatUnavailableException>(
            () => api.Send(Conversation, Message("hello"), default));
        Assert.Equal(TimeSpan.FromSeconds(30), later.RetryAfter);
        teams.Faults = _ => null;

        await Assert.ThrowsAsync<ChatUnavailableException>(() => api.Send(Conversation, Message("hello"), default));
        await api.Send("19:b@thread.tacv2", Message("hello"), default);
        clock.Advance(TimeSpan.FromSeconds(30));
        await api.Send(Conversation, Message("hello"), default);

        Assert.Equal(2, teams.Posts.Count);
    }

    [Fact]
    public async Task It_may_work_later_when_the_answer_is_lost()
    {
        teams.Faults = call => IsMessage(call) ? new Fault.AnswerLost() : null;
        await Assert.ThrowsAsync<ChatUnavailableException>(() => api.Send(Conversation, Message("hello"), default));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        Refuse(new(200, $$"""{"id":"1","more":"{{new string('x', 1024 * 1024)}}"}"""));
        await Assert.ThrowsAsync<ChatRefusedException>(() => api.Send(Conversation, Message("hello"), default));
    }

    [Fact]
    public async Task Everybody_is_found_however_many_pages_they_fill()
    {
        var members = new List<string>();
        await foreach (var member in api.Members(Conversation, default))
            members.Add(member.GetProperty("id").GetString()!);

        Assert.Equal(teams.People.Select(one => one.Id), members);
        Assert.True(teams.CallsOf("GET", "pagedmembers").Count() > 1);
    }

    [Fact]
    public async Task What_is_for_one_person_alone_is_seen_by_them_alone()
    {
        var message = Message("psst");
        message["recipient"] = new JsonObject { ["id"] = "29:ada" };

        await api.Whisper(Conversation, message, () => Task.FromResult<string?>("a:ada"), default);

        Assert.Single(teams.SeenBy("ada", Conversation));
        Assert.Empty(teams.SeenBy("grace", Conversation));
    }

    [Fact]
    public async Task Where_Teams_cannot_do_that_it_is_said_in_their_own_chat()
    {
        teams.Faults = call =>
            call.Path.Contains("isTargetedActivity", StringComparison.Ordinal) ? new Fault.Status(400) : null;

        await api.Whisper(Conversation, Message("psst"), () => Task.FromResult<string?>("a:ada"), default);

        Assert.Empty(teams.SeenBy("grace", Conversation));
        Assert.Equal("a:ada", Assert.Single(teams.Posts).Conversation);
    }

    [Fact]
    public async Task It_follows_Teams_to_another_address_but_nobody_else()
    {
        await using var moved = await FakeTeams.Start(clock);
        await service.Heard(new("https://evil.example.com/teams"), default);
        await service.Heard(new("https://evil.trafficmanager.net/teams"), default);
        await service.Heard(new("http://smba.trafficmanager.net/teams"), default);
        Assert.Equal(settings.ServiceUrl, await service.Now(default));

        await service.Heard(new("https://smba.trafficmanager.net/emea"), default);
        Assert.Equal(new("https://smba.trafficmanager.net/emea/"), await service.Now(default));

        // On this machine, where that is allowed.
        var local = new ServiceUrl(
            settings with { AllowAnonymous = true }, new(new Paper(), clock, NullLogger<TeamsNotes>.Instance));
        using var follower = new TeamsApi(local, tokens, new(clock), clock);
        await local.Heard(new(moved.ServiceUrl), default);
        await follower.Send(Conversation, Message("hello"), default);
        Assert.Single(moved.Posts);
    }

    [Fact]
    public async Task A_certificate_proves_who_calls()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=bot", key, System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        try
        {
            using var proving = Tokens.Of(settings with { AppPassword = null, CertificatePath = file }, clock);
            // The fake one knows secrets only.
            await Assert.ThrowsAsync<ChatUnavailableException>(() => proving.For(Tokens.Connector, default));

            var form = System.Web.HttpUtility.ParseQueryString(teams.CallsOf("POST", "/token").Last().Text);
            var parts = form["client_assertion"]!.Split('.');
            Assert.True(key.VerifyData(
                System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]),
                System.Security.Cryptography.HashAlgorithmName.SHA256,
                System.Security.Cryptography.RSASignaturePadding.Pss));
            var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!;
            Assert.Equal(
                (FakeTeams.App, $"{settings.LoginUrl}{FakeTeams.Tenant}/oauth2/v2.0/token"),
                ((string)claims["sub"]!, (string)claims["aud"]!));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_anything_to_prove_itself_it_calls_without_a_token()
    {
        using var none = Tokens.Of(settings with { AppPassword = null, AllowAnonymous = true }, clock);
        using var other = new TeamsApi(service, none, new(clock), clock);

        await Assert.ThrowsAsync<ChatUnavailableException>(() => other.Send(Conversation, Message("hello"), default));

        Assert.Equal("", Assert.Single(teams.CallsOf("POST", "activities")).Authorization);
        Assert.Equal(0, teams.Granted);
    }

    void Refuse(Fault.Status how) => teams.Faults = call => IsMessage(call) ? how : null;

    static bool IsMessage(FakeCall call) => call.Path.Contains("/activities", StringComparison.Ordinal);

    static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    internal static TeamsSettings Settings(FakeTeams teams, params (string, string)[] more) =>
        TeamsSettings.In(new ConfigurationBuilder()
            .AddInMemoryCollection(teams.Settings.Concat(more).GroupBy(one => one.Item1)
                .Select(one => KeyValuePair.Create(one.Key, (string?)one.Last().Item2))).Build())!;
}
