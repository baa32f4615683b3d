using System.Diagnostics;
using System.Net;
using IncidentBot.Peers.Support;

namespace IncidentBot.Peers;

/// <summary>The bot on a small disk of its own that fills up.</summary>
public class FullDisk
{
    [Fact]
    public async Task Is_said_with_a_503_and_what_was_accepted_stays_and_it_goes_on_when_there_is_space()
    {
        using var folder = new Folder();
        using var disk = new SmallDisk(Path.Combine(folder.Path, "data"), megabytes: 24);
        await using var bot = await BotProcess.Start(folder.Path);
        var accepted = new List<string>();
        var filler = Path.Combine(disk.Path, "filler");
        disk.Fill(filler);

        HttpResponseMessage refused;
        while (true)
        {
            var title = $"outage {accepted.Count} {new string('x', 150)}";
            refused = await bot.Http.Declare(title, Guid.NewGuid().ToString());
            if (refused.StatusCode != HttpStatusCode.Created)
                break;
            accepted.Add(title);
            Assert.True(accepted.Count < 100_000, "the disk never filled up");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.DoesNotContain("SQLite", await refused.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await bot.Http.GetAsync("/health/live")).StatusCode);

        File.Delete(filler);
        await bot.Until("it accepts again", async () =>
            (await bot.Http.Declare("after the flood", "after-the-flood")).IsSuccessStatusCode);

        var titles = (await bot.Http.All("/api/v1/incidents")).Select(incident => (string)incident["title"]!).ToList();
        Assert.Empty(accepted.Except(titles));
        Assert.Single(titles, "after the flood");
    }

    /// <summary>A tmpfs; needs root, as .ci/run has it.</summary>
    sealed class SmallDisk : IDisposable
    {
        public SmallDisk(string path, int megabytes)
        {
            Path = path;
            Directory.CreateDirectory(path);
            Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path);
        }

        public string Path { get; }

        /// <summary>Leaves little space free.</summary>
        public void Fill(string file)
        {
            const int left = 512 * 1024;
            var free = new DriveInfo(Path).AvailableFreeSpace;
            File.WriteAllBytes(file, new byte[free - left]);
        }

        public void Dispose() => Run("umount", "-l", Path);

        static void Run(string program, params string[] arguments)
        {
            using var process = Process.Start(program, arguments);
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
    }
}
