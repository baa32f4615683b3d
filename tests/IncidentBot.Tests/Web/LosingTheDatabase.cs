using System.Net;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace IncidentBot.Web;

public sealed class LosingTheDatabase
{
    [Theory]
    [InlineData("GET", "/api/v1/incidents")]
    [InlineData("POST", "/api/v1/incidents")]
    [InlineData("GET", "/api/v1/incidents/INC-1")]
    [InlineData("POST", "/api/v1/incidents/INC-1/commands")]
    public async Task is_answered_503_with_when_to_come_back(string method, string address)
    {
        await using var bot = Without(new StorageUnavailableException("disk I/O error at /var/secret/path.db"));

        using var answer = await bot.Send(new(method), address, method == "GET" ? null : Body());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task or_anything_else_that_nobody_thought_of_tells_nothing_but_a_trace()
    {
        await using var bot = Without(new InvalidOperationException("SELECT secret FROM /home"));

        using var answer = await bot.Post("/api/v1/incidents", """{ "title": "x" }""");

        var problem = await WebBot.Json(answer);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        var trace = (string)problem["trace"]!;
        Assert.Single(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(trace, StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_said_to_people_in_words()
    {
        await using var bot = Without(new StorageUnavailableException("gone"));

        var reply = await bot.Services.GetRequiredService<IDesk>().Handle(Call(), default);

        var shown = Assert.IsType<Reply.Shown>(reply);
        Assert.True(shown.Refused);
        Assert.Contains("nothing was done", PlainText.Draw(shown.Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task for_longer_than_people_wait_is_answered_all_the_same()
    {
        var clock = new FakeTimeProvider();
        var entered = new TaskCompletionSource();
        var store = new Mock<IIncidents>();
        store.Setup(incidents => incidents.In(It.IsAny<Room>(), It.IsAny<CancellationToken>())).Returns(() =>
        {
            entered.SetResult();
            return new TaskCompletionSource<Incident?>().Task;
        });
        var desk = new Desk(
            new(store.Object, Mock.Of<ICurrentOrganisation>(org => org.Now == new Organisation()), Mock.Of<IPeople>()),
            Mock.Of<ICurrentOrganisation>(org => org.Now == new Organisation()),
            new Journal(Mock.Of<Microsoft.Extensions.Logging.ILogger<Journal>>(), new(new TestMeters())), clock);

        var answer = desk.Handle(Call(), default);
        await entered.Task;
        clock.Advance(Desk.AnswerWithin);

        Assert.True(Assert.IsType<Reply.Shown>(await answer).Refused);
    }

    static WebBot Without(Exception failure)
    {
        var store = new Mock<IIncidents>(MockBehavior.Strict) { DefaultValue = DefaultValue.Empty };
        store.Setup(one => one.Start(
            It.IsAny<string>(), It.IsAny<string>(), It.IsAny<Func<Incident, Recurrence?, Decision>>(),
            It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        store.Setup(one => one.List(It.IsAny<IncidentFilter>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        store.Setup(one => one.In(It.IsAny<Room>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        store.Setup(one => one.Find(It.IsAny<Reference>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        return new(services => services.AddSingleton(store.Object));
    }

    static Invocation Call() =>
        new("1", "ack INC-1", new("room:ada", "Ada"), new("room", "lobby", "lobby"), DateTimeOffset.UnixEpoch);

    static StringContent Body() =>
        new("""{ "title": "x", "line": "ack" }""", System.Text.Encoding.UTF8, "application/json");
}
