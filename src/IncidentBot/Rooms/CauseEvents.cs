using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>Keeps an open page on which people ask why up to date with what others do there, and in chat.</summary>
/// <remarks>As <see cref="RoomEvents"/>, it looks when this process says that something changed, and every second anyway.</remarks>
public sealed class CauseEvents(Causes causes, IRoomNews news, Drawer drawer, TimeProvider clock)
{
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<SseItem<string>> Of(string reference, Person me, [EnumeratorCancellation] CancellationToken ct)
    {
        var (seen, beaten) = ("", clock.GetTimestamp());
        yield return new("", "hello");
        while (!ct.IsCancellationRequested)
        {
            var hint = news.Next;
            if (await causes.Of(reference, me, ct) is not { } sheet)
            {
                yield return new("", "gone");
                yield break;
            }
            var now = await drawer.Draw<CausePiece>(("View", new CauseView(sheet)));
            if (now != seen)
                yield return new(seen = now, "causes") { EventId = $"{sheet.Version}" };
            if (clock.GetElapsedTime(beaten) >= Beat)
            {
                beaten = clock.GetTimestamp();
                yield return new("", "beat");
            }
            await hint.OrAfter(LookAgain, clock, ct);
        }
    }
}
