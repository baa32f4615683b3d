using IncidentBot.Bench;
using IncidentBot.Bench.Slack;
using IncidentBot.Bench.Teams;

return args switch
{
    ["store", .. var rest] => await StoreBench.Run(rest.FirstOrDefault()),
    ["seed", var count, .. var rest] => await Seeding.Run(int.Parse(count), rest.FirstOrDefault()),
    ["reads", var file] => await ReadBench.Run(file),
    ["figures", .. var rest] => await FigureBench.Run(
        int.Parse(rest.ElementAtOrDefault(0) ?? "12000"), int.Parse(rest.ElementAtOrDefault(1) ?? "100000"), rest.ElementAtOrDefault(2)),
    ["handover", .. var rest] => await HandoverBench.Run(int.Parse(rest.FirstOrDefault() ?? "1000")),
    ["storm", .. var rest] => await StormBench.Run(
        int.Parse(rest.FirstOrDefault() ?? "300"), TimeSpan.FromSeconds(int.Parse(rest.ElementAtOrDefault(1) ?? "0"))),
    ["review", .. var rest] => await ReviewBench.Run(int.Parse(rest.FirstOrDefault() ?? "10000")),
    ["timeline", .. var rest] => await TimelineBench.Run(int.Parse(rest.FirstOrDefault() ?? "10000")),
    ["claims", .. var rest] => await ClaimBench.Run(rest.FirstOrDefault()),
    ["slack-commands", .. var rest] => await CommandBench.Run(rest.FirstOrDefault() ?? ""),
    ["slack-cards"] => await CardBench.Run(),
    ["teams-activities"] => await ActivityBench.Run(),
    ["slack-edits"] => await EditBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine(
        """
        dotnet run -c Release --project bench/IncidentBot.Bench -- WHAT

          store [FILE]         declarations a second, from 1 and 32 callers, beside raw commits of one row on that disk
          seed COUNT [FILE]    a database with COUNT incidents of 20 facts each
          reads FILE           list, show and search in a seeded database, and declare beside them
          review [COUNT]       the review of an incident with COUNT facts and 200 kept messages: drafted, and read
          figures [INSIDE] [TOTAL] [FILE]   reports over INSIDE incidents in 90 days (and as many before), TOTAL in all
          timeline [COUNT]     the page of a timeline of 10,000 entries, and its files
          claims [FILE]        100 due timers out of 100,000, and errands out of a long outbox
          storm [COUNT] [SECONDS]   an incident that changes COUNT times in so long, its card in one place in Teams
          handover [COUNT]     due ladder steps until their page is handed to a platform, 100,000 other timers armed
          slack-commands [OF]  signed slash commands a second, beside an app in Slack's own framework that does nothing
          slack-cards          300 changes of one incident in 10 s, with one message a second: when the newest is shown
          teams-activities     activities of Teams at 200 a second until they are answered, their effect on disk
          slack-edits          a button pressed until Slack is told what the card shows now, 50 a second
        """);
    return 2;
}
