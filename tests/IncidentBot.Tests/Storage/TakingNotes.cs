using IncidentBot.Chat;
using IncidentBot.Storage;
using IncidentBot.Support;

namespace IncidentBot.Tests.Storage;

public class TakingNotes
{
    public static TheoryData<string> Databases => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Keeps_the_last_text_of_a_key_for_each_platform(string kind)
    {
        var store = await Store.On(kind);
        var notes = new Notebook(store.Database, store.Clock);

        await notes.Write("slack", "post:C1/INC-1/card", "1.2", null, default);
        await notes.Write("slack", "post:C1/INC-1/card", "1.3", null, default);
        await notes.Write("teams", "post:C1/INC-1/card", "abc", null, default);

        Assert.Equal("1.3", await notes.Read("slack", "post:C1/INC-1/card", default));
        Assert.Equal("abc", await notes.Read("teams", "post:C1/INC-1/card", default));
        await notes.Erase("slack", "post:C1/INC-1/card", default);
        Assert.Null(await notes.Read("slack", "post:C1/INC-1/card", default));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Forgets_what_was_of_use_long_enough_and_nothing_else(string kind)
    {
        var store = await Store.On(kind);
        var notes = new Notebook(store.Database, store.Clock);
        await notes.Write("slack", "post", "1", TimeSpan.FromDays(1), default);
        await notes.Write("slack", "room", "2", null, default);

        store.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await notes.Forget(default));
        Assert.Null(await notes.Read("slack", "post", default));
        Assert.Equal("2", await notes.Read("slack", "room", default));
    }
}
