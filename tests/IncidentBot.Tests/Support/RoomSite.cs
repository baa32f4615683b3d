using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Support;

/// <summary>The whole bot on a database of its own, visited with a browser's cookies and nothing else.</summary>
public sealed class RoomSite : WebApplicationFactory<Program>
{
    readonly string folder = Path.Combine(Path.GetTempPath(), $"incidentbot-{Guid.NewGuid():N}");

    /// <summary>Where requests come from.</summary>
    public IPAddress From { get; set; } = IPAddress.Loopback;

    /// <summary>What it is set to, besides where its database is.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(folder, "bot.db")}");
        builder.UseSetting("AllowedHosts", "*");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Addressed(this)));
    }

    /// <summary>Somebody comes in and says who they are.</summary>
    public Task<Visit> Enter(string name) =>
        Visit.Enter(CreateClient(new() { AllowAutoRedirect = true, HandleCookies = true }), ("name", name));

    sealed class Addressed(RoomSite site) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, further) =>
            {
                http.Connection.RemoteIpAddress = site.From;
                return further(http);
            });
            next(app);
        };
    }
}

/// <summary>One browser.</summary>
public sealed partial class Visit(HttpClient client)
{
    public HttpClient Client => client;

    public string Token { get; set; } = "";

    /// <param name="who">Their "name", or their "id" in the organisation's file.</param>
    public static async Task<Visit> Enter(HttpClient client, (string, string) who)
    {
        var visit = new Visit(client);
        await visit.Post("/who", TokenIn(await visit.Get("/who")), who);
        visit.Token = TokenIn(await visit.Get("/"));
        return visit;
    }

    public async Task<string> Get(string address) => await (await client.GetAsync(address)).Content.ReadAsStringAsync();

    public async Task<HttpStatusCode> Status(string address) => (await client.GetAsync(address)).StatusCode;

    public Task<HttpResponseMessage> Say(string room, string words, string? once = null) =>
        Send($"/rooms/{room}/say", ("words", words), ("once", once ?? $"{Guid.NewGuid()}"), ("zone", "Europe/Berlin"));

    public Task<HttpResponseMessage> Press(string room, string line, string? once = null) =>
        Send($"/rooms/{room}/do", ("line", line), ("once", once ?? $"{Guid.NewGuid()}"), ("zone", "Europe/Berlin"));

    /// <summary>As the page's script sends it.</summary>
    public Task<HttpResponseMessage> Send(string address, params (string, string)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.ToDictionary(one => one.Item1, one => one.Item2)),
        };
        request.Headers.Add("X-Live", "yes");
        request.Headers.Add("X-Token", Token);
        return client.SendAsync(request);
    }

    /// <summary>As a browser without a script sends it.</summary>
    public Task<HttpResponseMessage> Post(string address, string token, params (string, string)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).ToDictionary(one => one.Item1, one => one.Item2)));

    /// <summary>Listens to a room until an event of this kind comes, and gives its lines.</summary>
    public async Task<string> Hear(string room, Func<string, bool> wanted, long after = 0, long? last = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var request = new HttpRequestMessage(HttpMethod.Get, $"/rooms/{room}/events?after={after}");
        if (last is { } id)
            request.Headers.Add("Last-Event-ID", $"{id}");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var heard = "";
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            heard += $"{line}\n";
            if (line == "" && wanted(heard))
                return heard;
        }
        return heard;
    }

    public static string TokenIn(string page) => Tokens().Match(page).Groups[1].Value;

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Tokens();
}
