using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Web;

/// <summary>A summary that a language model puts into words, over real HTTP.</summary>
public sealed class PhrasingASummary : IAsyncLifetime
{
    readonly List<(string Body, string Authorization)> asked = [];
    readonly TaskCompletionSource never = new();
    WebApplication model = null!;
    Func<HttpContext, Task> answer = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        model = builder.Build();
        model.MapPost("/v1/chat/completions", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            asked.Add((await reader.ReadToEndAsync(), $"{http.Request.Headers.Authorization}"));
            await answer(http);
        });
        await model.StartAsync();
    }

    public async Task DisposeAsync()
    {
        never.TrySetResult();
        await model.DisposeAsync();
    }

    (string, string)[] Settings => [("Phrasing:Url", $"{model.Urls.First()}/v1"), ("Phrasing:Model", "small"), ("Phrasing:Token", "secret-1")];

    [Fact]
    public async Task Each_sentence_leads_to_its_entries_and_those_without_any_are_left_out()
    {
        using var bot = new WebBot(null, Settings);
        answer = Says("""
            {"sentences":[
              {"text":"The pool ran dry.","entries":[2]},
              {"text":"Everything is fine.","entries":[]},
              {"text":"It was sabotage.","entries":[99]},
              {"text":"<!channel> <b>see</b> [here](https://evil.example)","entries":[1,2,77]},
              {"text":7,"entries":[1]}, "x"]}
            """);
        var told = await CatchUp(bot);

        Assert.Contains("The pool ran dry. (#2 (", told);
        Assert.Contains("/incidents/INC-1/timeline?all=yes#entry-2", told);
        Assert.DoesNotContain("Everything is fine", told);
        Assert.DoesNotContain("sabotage", told);
        Assert.Contains("[here](https://evil.example) (#1 (", told);
        var (body, authorization) = Assert.Single(asked);
        Assert.Equal("Bearer secret-1", authorization);
        var sent = JsonNode.Parse(body)!;
        Assert.Equal("small", (string)sent["model"]!);
        var entries = JsonNode.Parse((string)sent["messages"]![1]!["content"]!)!.AsArray();
        Assert.Contains(entries, one => (int)one!["number"]! == 2 && ((string)one["text"]!).Contains("the pool ran dry", StringComparison.Ordinal));
        Assert.DoesNotContain("the password is 1234", body);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("redirect")]
    [InlineData("nonsense")]
    [InlineData("no JSON")]
    [InlineData("nothing that rests on anything")]
    [InlineData("never")]
    public async Task When_it_fails_the_plain_one_is_shown(string how)
    {
        using var bot = new WebBot(null, Settings);
        answer = how switch
        {
            "error" => http => Status(http, 500),
            "redirect" => http =>
            {
                http.Response.Redirect("http://127.0.0.1:1/");
                return Task.CompletedTask;
            }
            ,
            "nonsense" => Says("I would say that the pool ran dry."),
            "no JSON" => http => http.Response.WriteAsync("<html>"),
            "never" => _ => never.Task,
            _ => Says("""{"sentences":[{"text":"It was sabotage.","entries":[99]}]}"""),
        };

        var told = await CatchUp(bot);

        Assert.Contains("What: Investigating", told);
        Assert.Contains("note 1", told);
        Assert.DoesNotContain("Put into words", told);
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_private_incident_unless_a_setting_says_so_and_nothing_at_all_without_an_address()
    {
        answer = Says("""{"sentences":[{"text":"The pool ran dry.","entries":[1]}]}""");
        using (var bot = new WebBot(null, Settings))
            Assert.DoesNotContain("Put into words", await CatchUp(bot, """, "private": true """));
        using (var off = new WebBot())
            Assert.DoesNotContain("Put into words", await CatchUp(off));
        Assert.Empty(asked);

        using var open = new WebBot(null, [.. Settings, ("Phrasing:Private", "true")]);
        Assert.Contains("Put into words", await CatchUp(open, """, "private": true """));
    }

    static Func<HttpContext, Task> Says(string words) => http => http.Response.WriteAsync(
        JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content = words } } } }));

    static Task Status(HttpContext http, int code)
    {
        http.Response.StatusCode = code;
        return Task.CompletedTask;
    }

    static async Task<string> CatchUp(WebBot bot, string also = "")
    {
        await bot.Declare("checkout is down", also);
        await Do("note INC-1 the pool ran dry");
        await Do("note INC-1 the password is 1234");
        await Do("hide INC-1 2");
        return await Do("catchup INC-1");

        async Task<string> Do(string line)
        {
            using var done = await bot.Post("/api/v1/incidents/INC-1/commands", JsonSerializer.Serialize(new { line }));
            var body = await done.Content.ReadAsStringAsync();
            Assert.True(done.StatusCode == HttpStatusCode.OK, body);
            return JsonNode.Parse(body)!["text"] is { } text ? (string)text! : body;
        }
    }
}
