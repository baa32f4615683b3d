using IncidentBot.Peers.Support;

namespace IncidentBot.Peers;

/// <summary>A start that can't succeed says why in a plain line, and ends.</summary>
public class StartRefused
{
    [Fact]
    public async Task When_another_process_has_the_same_file()
    {
        using var folder = new Folder();
        await using var first = await BotProcess.Start(folder.Path);
        await using var second = BotProcess.Launch(folder.Path);

        Assert.Equal(1, await second.Exit());
        Assert.Contains("another", second.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", second.Output);
    }

    [Fact]
    public async Task When_the_database_is_of_a_newer_version()
    {
        using var folder = new Folder();
        await using (await BotProcess.Start(folder.Path))
        {
        }
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(folder.Path, "data", "incidentbot.db")};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO migrations (name) VALUES ('999_from_the_future.sql')";
            await command.ExecuteNonQueryAsync();
        }
        await using var bot = BotProcess.Launch(folder.Path);

        Assert.Equal(1, await bot.Exit());
        Assert.Contains("newer", bot.Output);
        Assert.DoesNotContain("   at ", bot.Output);
    }

    [Theory]
    [InlineData("Reminders__NoLeadAfter", "soon", "Reminders:NoLeadAfter")]
    [InlineData("Database__Provider", "oracle", "Database:Provider")]
    [InlineData("Organisation__File", "missing.yaml", "missing.yaml")]
    public async Task When_a_setting_is_wrong(string key, string value, string named)
    {
        using var folder = new Folder();
        await using var bot = BotProcess.Launch(folder.Path, (key, value));

        Assert.Equal(1, await bot.Exit());
        Assert.Contains(named, bot.Output);
        Assert.DoesNotContain("   at ", bot.Output);
    }
}
