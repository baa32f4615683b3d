using IncidentBot.Peers.Support;
using IncidentBot.Slack;

namespace IncidentBot.Bench.Slack;

/// <summary>Signed slash commands over 32 connections: the bot beside the least app in Slack's own framework.</summary>
static class CommandBench
{
    const int Connections = 32;
    const int Rounds = 3;
    /// <remarks>Until then the runtime is still compiling what runs most.</remarks>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    /// <param name="which">Only those whose name has this in it; "": all.</param>
    public static async Task<int> Run(string which)
    {
        await using var place = await Workplace.Open();
        await using var bolt = await NodeProgram.Start("bolt.mjs", FakeSlack.SigningSecret);
        (string What, Func<TimeSpan> Cpu, SignedLoad Load)[] known =
        [
            (
                "bolt, acknowledges and does nothing", () => bolt.Cpu,
                new(bolt.Address, FakeSlack.SigningSecret, _ => "help")
            ),
            ("the bot: help", () => place.Bot.Cpu, Bot(_ => "help")),
            ("the bot: list", () => place.Bot.Cpu, Bot(_ => "list")),
            ("the bot: declare, kept on disk", () => place.Bot.Cpu, Bot(number => $"declare sev4 outage {number}")),
        ];
        var all = known.Where(one => one.What.Contains(which, StringComparison.Ordinal)).ToArray();
        foreach (var (_, _, load) in all)
            await load.Run(Connections, WarmUp);
        for (var round = 0; round < Rounds; round++)
            foreach (var (what, cpu, load) in all)
            {
                var before = cpu();
                var figures = await load.Run(Connections, Time);
                var each = (cpu() - before).TotalMicroseconds / figures.Took.Length;
                Console.WriteLine($"{what,-38} {figures}   {each:0} µs CPU each");
            }
        return 0;

        SignedLoad Bot(Func<int, string> text) =>
            new(place.Bot.Address, FakeSlack.SigningSecret, text) { Channel = place.Announce.Id };
    }
}
