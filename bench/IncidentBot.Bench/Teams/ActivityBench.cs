using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using IncidentBot.Bench.Slack;
using IncidentBot.Peers.Support;
using IncidentBot.Teams;

namespace IncidentBot.Bench.Teams;

/// <summary>Activities at a steady rate, each proven by its token and kept on disk before it is answered.</summary>
static class ActivityBench
{
    const int PerSecond = 200;

    /// <summary>So many that Teams' limits for one conversation hold nothing up: each has their own chat.</summary>
    const int People = 400;
    /// <remarks>Until then the runtime is still compiling what runs most.</remarks>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    public static async Task<int> Run()
    {
        await using var teams = await FakeTeams.Start();
        var people = teams.Hire(People);
        using var folder = new Folder();
        await using var bot = await BotProcess.Start(
            folder.Path,
            [
                ("Logging__LogLevel__Default", "Error"),
                .. teams.Settings.Select(one => (one.Item1.Replace(":", "__"), one.Item2)),
            ]);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
        {
            BaseAddress = bot.Address,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", teams.Token());

        // Whoever is new is looked up first, for which Teams has a limit too.
        for (var number = 0; number < People; number++)
            (await Post(http, Activity(teams, people[number], number, "hello"))).Dispose();

        foreach (var (what, text) in new (string, Func<int, string>)[]
        {
            ("a message: help", _ => "help"),
            ("a message: declare, kept on disk", number => $"declare sev4 outage {number}"),
        })
        {
            string One(int number) => Activity(teams, people[number % People], number, text(number));
            await Load(http, One, WarmUp, 1_000_000);
            Console.WriteLine($"{what,-38} {await Load(http, One, Time, 2_000_000)}");
        }
        return 0;
    }

    /// <summary>None waits for another: what is late counts from when it was due.</summary>
    static async Task<Figures> Load(HttpClient http, Func<int, string> activity, TimeSpan time, int from)
    {
        var (watch, took, failed, under) = (Stopwatch.StartNew(), new ConcurrentBag<double>(), 0, new List<Task>());
        for (var number = 0; number < time.TotalSeconds * PerSecond; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            if (due - watch.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early, TimeProvider.System);
            under.Add(Send(from + number, due));
        }
        await Task.WhenAll(under);
        return new([.. took.Order()], failed, watch.Elapsed);

        async Task Send(int number, TimeSpan due)
        {
            using var answer = await Post(http, activity(number));
            if (!answer.IsSuccessStatusCode)
                Interlocked.Increment(ref failed);
            took.Add((watch.Elapsed - due).TotalMilliseconds);
        }
    }

    static Task<HttpResponseMessage> Post(HttpClient http, string activity) =>
        http.PostAsync("/api/messages", new StringContent(activity, Encoding.UTF8, "application/json"));

    static string Activity(FakeTeams teams, FakePerson who, int number, string text) =>
        $$"""
            { "type": "message", "id": "bench-{{number}}-{{text.Length}}",
              "timestamp": "{{TimeProvider.System.GetUtcNow():O}}", "channelId": "msteams",
              "serviceUrl": "{{teams.ServiceUrl}}", "text": "{{text}}", "textFormat": "plain",
              "localTimezone": "Europe/Rome",
              "from": { "id": "{{who.Id}}", "name": "{{who.Name}}", "aadObjectId": "{{who.ObjectId}}" },
              "conversation":
                { "id": "{{who.Chat}}", "conversationType": "personal", "tenantId": "{{FakeTeams.Tenant}}" },
              "recipient": { "id": "{{FakeTeams.Bot}}", "name": "IncidentBot" },
              "channelData": { "tenant": { "id": "{{FakeTeams.Tenant}}" } } }
            """;
}
