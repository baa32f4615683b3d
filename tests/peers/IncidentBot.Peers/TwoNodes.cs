using IncidentBot.Peers.Support;
using Npgsql;

namespace IncidentBot.Peers;

/// <summary>Two bots on one PostgreSQL database share the work; one of them is killed in the middle.</summary>
public class TwoNodes
{
    const int Incidents = 60;

    [Fact]
    public async Task Do_everything_once_and_the_survivor_finishes_what_the_other_began()
    {
        var database = await PostgresDatabase.New();
        using var folder = new Folder();
        using var otherFolder = new Folder();
        (string, string)[] settings =
        [
            ("Database__Provider", "postgres"), ("Database__ConnectionString", database),
            ("Reminders__NoLeadAfter", "00:00:02"), ("Reminders__NoLeadEvery", "01:00:00"),
        ];
        await using var first = await BotProcess.Start(folder.Path, settings);
        await using var second = await BotProcess.Start(otherFolder.Path, settings);

        var references = new List<string>();
        for (var n = 0; n < Incidents; n++)
        {
            var node = n < Incidents / 2 && n % 2 == 0 ? second : first;
            references.Add((string)(await node.Http.Declared($"outage {n}", "sev2"))["reference"]!);
            if (n == Incidents / 2)
                await second.Kill();
        }

        foreach (var reference in references)
            await first.Until($"{reference} has its room and its reminder", async () =>
                (await Kinds(first, reference)) is var kinds && kinds.Contains("room-opened") && kinds.Contains("reminded"),
                TimeSpan.FromMinutes(3));

        foreach (var reference in references)
        {
            var kinds = await Kinds(first, reference);
            Assert.Single(kinds, "room-opened");
            Assert.Single(kinds, "reminded");
        }
        await first.Until("the outbox is empty", async () =>
            await Count(database, "SELECT count(*) FROM outbox WHERE buried IS NULL") == 0, TimeSpan.FromMinutes(3));
        Assert.Equal(0, await Count(database, "SELECT count(*) FROM outbox WHERE buried IS NOT NULL"));
        Assert.Equal(Incidents, await Count(
            database, "SELECT count(*) FROM web_rooms WHERE plan_key LIKE 'own:%'"));
    }

    static async Task<List<string>> Kinds(BotProcess node, string reference) =>
        [.. (await node.Http.All($"/api/v1/incidents/{reference}/timeline")).Select(entry => (string)entry["kind"]!)];

    static async Task<long> Count(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
