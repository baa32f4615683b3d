using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Incoming;
using IncidentBot.Slack.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Slack.Sockets;

/// <summary>One connection of Socket Mode: takes what comes, and acknowledges what is kept.</summary>
public sealed partial class Link : IDisposable
{
    /// <summary>Socket Mode was turned off in the app.</summary>
    public const string TurnedOff = "link_disabled";

    const int Longest = 1024 * 1024;
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    readonly WebSocket socket;
    readonly Front front;
    readonly TimeProvider clock;
    readonly ILogger log;
    readonly SemaphoreSlim sending = new(1);
    readonly CancellationTokenSource cut = new();
    readonly ConcurrentDictionary<Task, bool> underWay = [];
    readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource<string> leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="stopping">The bot stops: what was taken is brought to its end, nothing more is taken.</param>
    public Link(WebSocket socket, Front front, TimeProvider clock, ILogger log, CancellationToken stopping)
    {
        (this.socket, this.front, this.clock, this.log) = (socket, front, clock, log);
        Ended = Run(stopping);
    }

    /// <summary>When Slack has said hello.</summary>
    public Task Greeted => greeted.Task;

    /// <summary>Why another connection should be opened: this one was told to go, or is gone.</summary>
    public Task<string> Leaving => leaving.Task;

    /// <summary>When nothing can come any more, and all that came is done.</summary>
    public Task Ended { get; }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
        cut.Dispose();
    }

    async Task Run(CancellationToken stopping)
    {
        using var told = stopping.Register(() => leaving.TrySetResult("the bot stops"));
        var receiving = ReceiveAll();
        // Slack closes what it told to go; where it forgets to, this does.
        await Task.WhenAny(receiving, Task.Delay(Timeout.InfiniteTimeSpan, clock, stopping), Overstays());
        await Close();
        await cut.CancelAsync();
        await receiving;
    }

    async Task Overstays()
    {
        await leaving.Task;
        await Task.Delay(Grace, clock, cut.Token);
    }

    async Task ReceiveAll()
    {
        var why = "closed";
        try
        {
            while (await Receive() is { } message)
                Read(message);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException or UnreadableException)
        {
            why = failure is UnreadableException ? failure.Message : "cut";
        }
        leaving.TrySetResult(why);
        greeted.TrySetException(new WebSocketException("Slack hung up before it said hello."));
    }

    /// <returns>Null: Slack closed the connection.</returns>
    async Task<ReadOnlyMemory<byte>?> Receive()
    {
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cut.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, part.Count);
            if (message.Length > Longest)
                throw new UnreadableException("A message is larger than 1 MiB.");
            if (part.EndOfMessage)
                return message.ToArray();
        }
    }

    void Read(ReadOnlyMemory<byte> message)
    {
        var json = Json.Parse(message);
        switch (json.Text("type"))
        {
            case "hello":
                greeted.TrySetResult();
                break;
            case "disconnect":
                // "warning" comes some ten seconds before the end, "refresh_requested" at it.
                leaving.TrySetResult(json.TextOrNull("reason") ?? "disconnect");
                break;
            case var type when json.TextOrNull("envelope_id") is { } id:
                var taken = Take(id, type, json);
                underWay[taken] = true;
                _ = taken.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
                break;
        }
    }

    /// <summary>What is not acknowledged comes again, on this connection or another.</summary>
    async Task Take(string id, string type, JsonElement envelope)
    {
        // Whoever reads the connection goes on at once.
        await Task.Yield();
        try
        {
            var response = await front.Take(Reading.OfEnvelope(type, envelope.At("payload")), CancellationToken.None);
            if (response is Response.NotNow)
                return;
            await Acknowledge(id, envelope.Yes("accepts_response_payload") ? (response as Response.Taken)?.Body : null);
        }
        catch (UnreadableException flaw)
        {
            Refused(flaw.Message);
            await Acknowledge(id, null);
        }
        catch (Exception failure)
        {
            Broke(failure);
        }
    }

    async Task Acknowledge(string id, JsonNode? body)
    {
        var answer = new JsonObject { ["envelope_id"] = id };
        if (body is not null)
            answer["payload"] = body;
        await sending.WaitAsync();
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(
                    JsonSerializer.SerializeToUtf8Bytes(answer).AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Slack sends it again; it has its effect once.
        }
        finally
        {
            sending.Release();
        }
    }

    async Task Close()
    {
        try
        {
            await Task.WhenAll(underWay.Keys).WaitAsync(Farewell, clock);
            using var limit = new CancellationTokenSource(Farewell, clock);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or TimeoutException or IOException or ObjectDisposedException)
        {
            // It ends in any case.
        }
    }

    [LoggerMessage(1423, LogLevel.Warning, "A message from Slack was refused: {Reason}")]
    partial void Refused(string reason);

    [LoggerMessage(1424, LogLevel.Error, "A message from Slack could not be handled and comes again")]
    partial void Broke(Exception failure);
}
