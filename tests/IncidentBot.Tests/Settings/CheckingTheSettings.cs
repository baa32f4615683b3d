using IncidentBot.Catalog;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Settings;

/// <summary>A wrong value stops the start with a line that names the key; the example has every key.</summary>
public class CheckingTheSettings
{
    [Theory]
    [InlineData("Urls", "here")]
    [InlineData("Urls", "http://localhost:1;ftp://localhost")]
    [InlineData("PublicUrl", "incidents.example.org")]
    [InlineData("PublicUrl", "javascript:alert(1)")]
    [InlineData("Database:Provider", "oracle")]
    [InlineData("Database:ConnectionString", "no connection")]
    [InlineData("Api:Token", "short")]
    [InlineData("Api:Token", "with blanks in it")]
    [InlineData("Incidents:Prefix", "TOOLONGPREFIX")]
    [InlineData("Incidents:Prefix", "INC-1")]
    [InlineData("Incidents:Severities", "A,,B")]
    [InlineData("Incidents:Severities", "SEV1,sev-1")]
    [InlineData("Incidents:Priorities", "P 1,P2")]
    [InlineData("Incidents:DedicatedRoom", "SEV9")]
    [InlineData("Reminders:NoLeadAfter", "soon")]
    [InlineData("Reminders:NoLeadAfter", "5")]
    [InlineData("Reminders:NoLeadAfter", "-00:05:00")]
    [InlineData("Reminders:NoLeadTimes", "-1")]
    [InlineData("Reminders:EscalateTimes", "0")]
    [InlineData("Reminders:WorkstreamTimes", "101")]
    [InlineData("Reminders:WorkstreamMissedAfter", "a third")]
    [InlineData("Reminders:UpdateEvery:SEV1", "sometimes")]
    [InlineData("Slack:BotToken", "xoxp-1")]
    [InlineData("Slack:AppToken", "xoxb-1")]
    [InlineData("Slack:SigningSecret", "short")]
    [InlineData("Slack:ApiUrl", "slack.com/api")]
    [InlineData("Slack:AnnounceChannel", "two words")]
    [InlineData("Slack:Command", "incident")]
    [InlineData("Slack:Command", "/INC")]
    [InlineData("Teams:AppId", "incident-bot")]
    [InlineData("Teams:AppPassword", "short")]
    [InlineData("Teams:CertificatePath", "/nowhere.pem")]
    [InlineData("Teams:ManagedIdentity", "yes")]
    [InlineData("Teams:TenantId", "common")]
    [InlineData("Teams:AllowAnonymous", "1")]
    [InlineData("Teams:ServiceUrl", "smba.trafficmanager.net")]
    [InlineData("Teams:LoginUrl", "ftp://login.microsoftonline.com")]
    [InlineData("Teams:OpenIdMetadataUrl", "login.botframework.com")]
    [InlineData("Teams:GraphUrl", "https://graph.microsoft.com/v1.0?x=1")]
    [InlineData("Teams:TeamId", "my team")]
    [InlineData("Teams:TeamId", "12345678-90ab-cdef-1234-567890abcdef,")]
    [InlineData("Teams:AnnounceChannel", "a/b")]
    [InlineData("Teams:AnnounceChannel", "_incidents")]
    [InlineData("Reviews:Folder", "/nowhere/at/all")]
    [InlineData("Reviews:Commit", "sometimes")]
    [InlineData("Reviews:Push", "1")]
    [InlineData("Reviews:Push", "true")]
    [InlineData("Reviews:Author", "incidents@example.org")]
    [InlineData("Reviews:Author", "Eve\nGIT <eve@example.org>")]
    [InlineData("Reviews:Webhook:Url", "wiki.example.org")]
    [InlineData("Reviews:Webhook:Secret", "short")]
    [InlineData("Mail:Host", "smtp example")]
    [InlineData("Mail:Host", "smtp://example.org")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:Port", "65536")]
    [InlineData("Mail:Security", "ssl")]
    [InlineData("Mail:From", "incidents")]
    [InlineData("Mail:From", "a@example.org\r\nBcc: eve@example.org")]
    public void A_wrong_value_is_named(string key, string value)
    {
        var refused = Assert.Throws<StartRefusedException>(() => BotSettings.Check(With((key, value))));
        Assert.StartsWith(key, Assert.Single(refused.Lines));
    }

    [Theory]
    [InlineData("Api:Token")]
    [InlineData("Database:ConnectionString")]
    [InlineData("Slack:BotToken")]
    [InlineData("Slack:SigningSecret")]
    [InlineData("Slack:AppToken")]
    [InlineData("Teams:AppPassword")]
    [InlineData("Reviews:Webhook:Secret")]
    public void A_secret_is_named_but_not_shown(string key)
    {
        var refused = Assert.Throws<StartRefusedException>(() => BotSettings.Check(With((key, "s3 cr="))));
        Assert.DoesNotContain("s3 cr", refused.Message);
    }

    [Fact]
    public void Every_wrong_value_is_said_at_once() =>
        Assert.Equal(2, Assert.Throws<StartRefusedException>(() => BotSettings.Check(
            With(("Incidents:Prefix", "1"), ("Reminders:StaleAfter", "x")))).Lines.Count);

    [Fact]
    public void PostgreSQL_without_a_server_is_refused() =>
        Assert.StartsWith(
            "Database:ConnectionString must name the PostgreSQL server",
            Assert.Throws<StartRefusedException>(
                () => BotSettings.Check(With(("Database:Provider", "postgres")))).Lines.Single());

    [Theory]
    [InlineData("Slack:BotToken", "xoxb-1", "Slack:AppToken or Slack:SigningSecret is missing")]
    [InlineData("Slack:AppToken", "xapp-1", "Slack:BotToken is missing")]
    public void Half_of_Slack_is_refused(string key, string value, string says) => Assert.StartsWith(
        says, Assert.Throws<StartRefusedException>(() => BotSettings.Check(With((key, value)))).Lines.Single());

    [Theory]
    [InlineData("xoxb-1", "room,slack")]
    [InlineData(null, "room")]
    public void Slack_is_on_with_a_bot_token(string? token, string platforms) => Assert.Equal(
        platforms, string.Join(',', SettingsOrganisation.In(With(("Slack:BotToken", token))).Platforms));

    [Theory]
    [InlineData("Teams:AppId is missing", "AppPassword=a-long-secret")]
    [InlineData("Teams:AppId is missing", "ManagedIdentity=true")]
    [InlineData("Teams:AppPassword is missing", "AppId=12345678-90ab-cdef-1234-567890abcdef", "TenantId=12345678-90ab-cdef-1234-567890abcdef")]
    [InlineData("Teams:TenantId is missing", "AppId=12345678-90ab-cdef-1234-567890abcdef", "AppPassword=a-long-secret")]
    [InlineData("Teams:ManagedIdentity must not be set", "AppId=12345678-90ab-cdef-1234-567890abcdef", "AppPassword=a-long-secret",
        "TenantId=12345678-90ab-cdef-1234-567890abcdef", "ManagedIdentity=true")]
    public void Half_of_Teams_is_refused(string says, params string[] set) => Assert.StartsWith(
        says, Assert.Throws<StartRefusedException>(() => BotSettings.Check(Teams(set))).Lines.Single());

    [Theory]
    [InlineData("Mail:From is missing", "Mail:Host=smtp.example.org")]
    [InlineData("Mail:Password is missing", "Mail:Host=smtp.example.org", "Mail:From=a@example.org", "Mail:User=bot")]
    [InlineData("Mail:User is missing", "Mail:Host=smtp.example.org", "Mail:From=a@example.org", "Mail:Password=secret-word")]
    [InlineData("Mail:Host is missing", "Mail:User=bot", "Mail:Password=secret-word")]
    [InlineData("Reviews:Webhook:Url is missing", "Reviews:Webhook:Secret=a-long-secret")]
    public void Half_of_what_sends_is_refused_without_its_secret(string says, params string[] set)
    {
        var refused = Assert.Throws<StartRefusedException>(() => BotSettings.Check(Set(set)));
        Assert.StartsWith(says, refused.Lines.Single());
        Assert.DoesNotContain("secret-word", refused.Message);
    }

    [Fact]
    public void A_folder_of_reviews_is_committed_where_it_lies_in_a_working_tree()
    {
        using var folder = new Folder();
        string[] at = [$"Reviews:Folder={folder.At("")}"];
        BotSettings.Check(Set(at));
        Assert.Equal("the folder of reviews", Assert.Single(SettingsOrganisation.In(Set(at)).Outlets).Label);
        Assert.StartsWith("Reviews:Commit is true, but", Refusal([.. at, "Reviews:Commit=true"]));
        Assert.StartsWith("Reviews:Push is true, but", Refusal([.. at, "Reviews:Push=true"]));
        // As in a worktree, where it is a file.
        folder.Write(".git", "gitdir: /elsewhere");
        Assert.Equal("the Git folder of reviews", Assert.Single(SettingsOrganisation.In(Set(at)).Outlets).Label);
        Assert.Equal("the folder of reviews", Assert.Single(SettingsOrganisation.In(Set([.. at, "Reviews:Commit=false"])).Outlets).Label);

        static string Refusal(params string[] set) => Assert.Throws<StartRefusedException>(() => BotSettings.Check(Set(set))).Lines.Single();
    }

    [Theory]
    [InlineData("Urls", "http://0.0.0.0:3978")]
    [InlineData("Urls", "http://localhost:3978;http://*:80")]
    [InlineData("Urls", "http://bot.example.org")]
    [InlineData("HTTP_PORTS", "8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://*:3978")]
    public void Nobody_is_let_in_unproved_where_others_reach_the_bot(string key, string value) => Assert.StartsWith(
        "Teams:AllowAnonymous must be false",
        Assert.Throws<StartRefusedException>(() => BotSettings.Check(With(("Teams:AllowAnonymous", "true"), (key, value)))).Lines.Single());

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost:3978")]
    [InlineData("http://127.0.0.1:0;http://[::1]:3978")]
    public void On_this_machine_alone_it_may_be(string? urls) =>
        BotSettings.Check(With(("Teams:AllowAnonymous", "true"), ("Urls", urls)));

    [Theory]
    [InlineData("room,teams", "AppId=12345678-90ab-cdef-1234-567890abcdef")]
    [InlineData("room,teams", "AllowAnonymous=true")]
    [InlineData("room", "AllowAnonymous=false")]
    public void Teams_is_on_with_an_app_id_or_for_clients_on_this_machine(string platforms, string set) => Assert.Equal(
        platforms, string.Join(',', SettingsOrganisation.In(Teams(set)).Platforms));

    [Fact]
    public void A_key_that_means_nothing_is_met_with_the_nearest() =>
        Assert.Equal(
            ["Reminders:NoLeedAfter is not a setting; did you mean “Reminders:NoLeadAfter”?"],
            BotSettings.Unknown(With(("Reminders:NoLeedAfter", "00:01:00"), ("Logging:LogLevel:Default", "Debug"))));

    [Fact]
    public void A_severity_that_does_not_exist_is_met_with_those_that_do() =>
        Assert.Equal(
            ["Reminders:UpdateEvery:SEV7 names no severity; there are SEV1, SEV2, SEV3, SEV4."],
            BotSettings.Unknown(With(("Reminders:UpdateEvery:SEV7", "00:01:00"))));

    [Fact]
    public void Nothing_set_is_the_defaults_of_the_catalogue()
    {
        BotSettings.Check(With());
        var (usual, organisation) = (new Organisation(), SettingsOrganisation.In(With()));
        Assert.Equal(usual.Severities, organisation.Severities);
        Assert.Equal(usual.Priorities, organisation.Priorities);
        Assert.Equal(usual.Reminders, organisation.Reminders);
        Assert.Equal(usual.Ladders[0].Steps[0].After, organisation.Ladders[0].Steps[0].After);
        Assert.Equal(usual.Ladders[0].Repeat, organisation.Ladders[0].Repeat);
        Assert.Equal((usual.Prefix, usual.PublicUrl), (organisation.Prefix, organisation.PublicUrl));
    }

    [Fact]
    public void What_is_set_is_in_force()
    {
        var configuration = With(
            ("Incidents:Prefix", "ops"), ("Incidents:Severities", "MAJOR, MINOR"), ("Incidents:DedicatedRoom", ""),
            ("Reminders:NoLeadAfter", "3m"), ("Reminders:UpdateEvery:MINOR", "never"),
            ("Reminders:AcknowledgementLasts:MAJOR", "00:10:00"), ("Reminders:EscalateAfter", "00:01:00"), ("Reminders:ReviewWithin:MINOR", "1 business day"));
        BotSettings.Check(configuration);
        Assert.Empty(BotSettings.Unknown(configuration));
        var organisation = SettingsOrganisation.In(configuration);
        Assert.Equal("OPS", organisation.Prefix);
        Assert.Equal(
            [
                new(new("MAJOR", 1), "MAJOR", false, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(10)) { ReviewWithin = new(3) },
                new(new("MINOR", 2), "MINOR", false, null, TimeSpan.FromMinutes(60)) { ReviewWithin = new(1, Business: true) },
            ],
            organisation.Severities);
        Assert.Equal(TimeSpan.FromMinutes(3), organisation.Reminders.NoLeadAfter);
        Assert.Equal(TimeSpan.FromMinutes(1), organisation.Ladders[0].Steps[0].After);
    }

    [Theory]
    [InlineData(null, "http://localhost:3978/")]
    [InlineData("http://*:8080", "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080;https://[::]:8443", "http://localhost:8080/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/")]
    [InlineData("https://bot.example.org", "https://bot.example.org/")]
    public void Links_bear_an_address_that_can_be_reached(string? urls, string links)
    {
        var configuration = With(("Urls", urls));
        BotSettings.Check(configuration);
        Assert.Equal(links, SettingsOrganisation.In(configuration).PublicUrl.ToString());
    }

    [Fact]
    public void The_example_holds_every_key_with_its_default_and_no_other()
    {
        var example = new ConfigurationBuilder().AddJsonFile(Repository.File("appsettings.example.json")).Build();
        BotSettings.Check(example);
        Assert.Empty(BotSettings.Unknown(example));
        var text = File.ReadAllText(Repository.File("appsettings.example.json"));
        Assert.All(BotSettings.All, setting => Assert.Equal(setting.Default, example[setting.Key], ignoreCase: true));
        Assert.All(BotSettings.All, setting => Assert.Contains($"\"{setting.Key.Split(':')[^1]}\":", text));
        var leaves = example.AsEnumerable().Select(pair => pair.Key)
            .Where(key => !example.GetSection(key).GetChildren().Any());
        Assert.Equal(BotSettings.All.Select(setting => setting.Key).Order(), leaves.Order());
    }

    static IConfiguration Teams(params string[] set) =>
        With([.. set.Select(one => one.Split('=', 2)).Select(one => ($"Teams:{one[0]}", (string?)one[1]))]);

    static IConfiguration Set(params string[] set) => With([.. set.Select(one => one.Split('=', 2)).Select(one => (one[0], (string?)one[1]))]);

    static IConfiguration With(params (string Key, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
}
