using IncidentBot.Slack.Heard;
using IncidentBot.Slack.Wire;
using IncidentBot.Storage;
using IncidentBot.Support;

namespace IncidentBot.Slack;

public class KeepingInOrder
{
    readonly HashSet<string> done = [];
    string state = "";

    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_newest_wins_over_a_slow_one_before_it_also_when_a_repetition_of_that_had_made_good_already(string kind)
    {
        var store = await Store.On(kind);
        var order = new Order(new Notebook(store.Database, store.Clock));
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());

        var slow = order.InTurn("name", At(1), "old", async (now, once) =>
        {
            if (now == "old")
            {
                begun.SetResult();
                await goOn.Task;
            }
            Make(now, once);
        });
        await begun.Task;
        await order.InTurn("name", At(2), "new", Made);
        await order.InTurn("name", At(1), "old", Made);
        goOn.SetResult();
        await slow;

        Assert.Equal("new", state);
    }

    static Happened At(int second) => new(default!, $"Ev{second}", default, new Event.Other("")) { Ts = $"170000000{second}.000100" };

    Task Made(string now, string once)
    {
        Make(now, once);
        return Task.CompletedTask;
    }

    /// <summary>As the commands do: a request that was handled isn't handled again.</summary>
    void Make(string now, string once)
    {
        if (done.Add(once))
            state = now;
    }
}
