using IncidentBot.Peers.Support;
using IncidentBot.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Bench.Slack;

/// <summary>Signed slash commands over 32 connections: the bot beside the smallest app in Slack's own framework.</summary>
static class CommandBench
{
    const int Connections = 32;
    const int Rounds = 3;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Time = TimeSpan.FromSeconds(6);

    public static async Task<int> Run()
    {
        await using var slack = await FakeSlack.Start(with: server => server.MapPost("/reply", () => Results.Ok()));
        slack.AddUser("U0ANN", "Ann");
        slack.AddChannel("incidents", false, FakeSlack.Bot, "U0ANN");
        using var folder = new Folder();
        await using var bolt = await NodeProgram.Start("bolt.mjs", FakeSlack.SigningSecret);
        await using var bot = await BotProcess.Start(
            folder.Path,
            [("Logging__LogLevel__Default", "Warning"), .. slack.Settings.Select(one => (one.Item1.Replace(":", "__"), one.Item2))]);

        (string What, SignedLoad Load)[] all =
        [
            ("bolt, acknowledges and does nothing", new(bolt.Address, FakeSlack.SigningSecret, _ => "help")),
            ("the bot: help", Bot(_ => "help")),
            ("the bot: list", Bot(_ => "list")),
            ("the bot: declare, kept on disk", Bot(number => $"declare sev4 outage {number}")),
        ];
        foreach (var (_, load) in all)
            await load.Run(Connections, WarmUp);
        for (var round = 0; round < Rounds; round++)
            foreach (var (what, load) in all)
                Console.WriteLine($"{what,-38} {await load.Run(Connections, Time)}");
        return 0;

        SignedLoad Bot(Func<int, string> text) =>
            new(bot.Address, FakeSlack.SigningSecret, text) { ReplyTo = new Uri(slack.Url, "/reply").ToString() };
    }
}
