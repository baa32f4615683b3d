using System.Net;
using IncidentBot.Support;

namespace IncidentBot.Tests.Web;

public class ReportingAChange
{
    static async Task<(WebBot Bot, string File)> Start()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, """
            services:
              checkout: { name: Checkout, depends-on: [ledger] }
              ledger: { name: Ledger, tier: 1 }
              shop: { name: Shop, tier: 2, depends-on: [checkout] }
            """);
        return (new(null, ("Organisation:File", file)), file);
    }

    [Fact]
    public async Task Shows_what_changed_and_what_else_broke_before_an_incident()
    {
        var (bot, file) = await Start();
        using (bot)
        {
            using var added = await bot.Post("/api/v1/changes", """{ "service": "Ledger", "what": "release 7", "link": "https://ci.example.org/7" }""");
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
            using var old = await bot.Post("/api/v1/changes", $$"""{ "service": "ledger", "what": "release 6", "at": "{{TimeProvider.System.GetUtcNow().AddHours(-2):O}}" }""");
            using var other = await bot.Post("/api/v1/changes", """{ "service": "shop", "what": "release of the shop" }""");
            await bot.Declare("The ledger is slow", """, "services": ["ledger"]""");
            var reference = await bot.Declare("Nobody can pay", """, "services": ["checkout"]""");

            using var answer = await bot.Post($"/api/v1/incidents/{reference}/commands", """{ "line": "similar" }""");
            var said = (await WebBot.Json(answer))["text"]!.GetValue<string>();

            Assert.Contains("Ledger: release 7", said);
            Assert.Contains("The ledger is slow", said);
            Assert.DoesNotContain("release 6", said);
            Assert.DoesNotContain("release of the shop", said);
            Assert.Contains("What depends on it: Shop (tier 2)", said);
        }
        File.Delete(file);
    }

    [Theory]
    [InlineData("""{ "what": "release" }""", "service")]
    [InlineData("""{ "service": "moon", "what": "release" }""", "service")]
    [InlineData("""{ "service": "ledger", "what": " " }""", "what")]
    [InlineData("""{ "service": "ledger", "what": "x", "at": "2999-01-01T00:00:00Z" }""", "at")]
    [InlineData("""{ "service": "ledger", "what": "x", "link": "javascript:alert(1)" }""", "link")]
    public async Task Names_the_field_that_is_wrong(string body, string field)
    {
        var (bot, file) = await Start();
        using (bot)
        {
            using var answer = await bot.Post("/api/v1/changes", body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(field, (await WebBot.Json(answer))["field"]!.GetValue<string>());
        }
        File.Delete(file);
    }
}
