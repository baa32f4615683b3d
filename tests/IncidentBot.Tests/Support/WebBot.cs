using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Support;

/// <summary>The whole bot over a real database of its own, asked as programs ask it.</summary>
/// <param name="with">Replaces parts of it.</param>
sealed class WebBot(Action<IServiceCollection>? with = null, params (string Key, string Value)[] settings)
    : WebApplicationFactory<Program>
{
    readonly string database = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

    public LogLines Log { get; } = new();

    /// <summary>Where requests seem to come from.</summary>
    public IPAddress Caller { get; set; } = IPAddress.Loopback;

    public Task<HttpResponseMessage> Get(string address) => CreateClient().GetAsync(address);

    public async Task<JsonNode> Read(string address)
    {
        using var answer = await Get(address);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {Log.Errors}");
        return await Json(answer);
    }

    public Task<HttpResponseMessage> Post(string address, string json, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, address, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string address, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await CreateClient().SendAsync(request);
    }

    /// <summary>Declares over the API.</summary>
    /// <returns>The incident's reference.</returns>
    public async Task<string> Declare(string title, string more = "")
    {
        using var answer = await Post("/api/v1/incidents", $$"""{ "title": "{{title}}"{{more}} }""");
        var incident = await Json(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode}: {incident} {Log.Errors}");
        return incident["reference"]!.GetValue<string>();
    }

    /// <summary>Types a line about an incident, through the API.</summary>
    public async Task Command(string reference, string line)
    {
        using var answer = await Post($"/api/v1/incidents/{reference}/commands", JsonSerializer.Serialize(new { line }));
        Assert.False((bool)(await Json(answer))["refused"]!);
    }

    public static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:ConnectionString", $"Data Source={database}");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter>(new CallerFilter(() => Caller));
            with?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), $"{Path.GetFileName(database)}*"))
            File.Delete(file);
    }

    /// <summary>The test server has no connections, so nobody would come from anywhere.</summary>
    sealed class CallerFilter(Func<IPAddress> caller) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext http, RequestDelegate rest) =>
            {
                http.Connection.RemoteIpAddress = caller();
                return rest(http);
            });
            next(app);
        };
    }
}
