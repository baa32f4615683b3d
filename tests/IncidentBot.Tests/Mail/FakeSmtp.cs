using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace IncidentBot.Mail;

/// <summary>A mail server on this machine, as far as one that sends can tell.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc5321</remarks>
sealed class FakeSmtp : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly Task serving;

    public FakeSmtp()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What was taken, in that order.</summary>
    public ConcurrentQueue<MimeMessage> Taken { get; } = [];

    /// <summary>Every line that was said to it, without the mails themselves.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    /// <summary>Answers a line otherwise, "550 no such user"; null: as usual. "" hangs up.</summary>
    public Func<string, string?> Says { get; set; } = _ => null;

    public IReadOnlyList<MimeMessage> To(string address) => [.. Taken.Where(one => one.To.Mailboxes.Any(box => box.Address == address))];

    async Task Serve()
    {
        try
        {
            while (true)
                await Talk(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    async Task Talk(TcpClient client)
    {
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        try
        {
            for (var answer = "220 here"; ; answer = await Answer(reader))
            {
                if (answer == "")
                    return;
                await stream.WriteAsync(Encoding.Latin1.GetBytes($"{answer}\r\n"), end.Token);
                if (answer.StartsWith("221", StringComparison.Ordinal))
                    return;
            }
        }
        catch (IOException)
        {
            // Whoever called hung up.
        }
    }

    async Task<string> Answer(StreamReader reader)
    {
        if (await reader.ReadLineAsync(end.Token) is not { } line)
            return "";
        Heard.Enqueue(line);
        if (line == "DATA" && Says(line) is null)
            return await Data(reader);
        return Says(line) ?? line.Split(' ')[0].ToUpperInvariant() switch
        {
            "EHLO" => "250-here\r\n250 AUTH PLAIN",
            "AUTH" => "235 welcome",
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
    }

    async Task<string> Data(StreamReader reader)
    {
        var (text, stream) = (new StringBuilder(), reader.BaseStream);
        await stream.WriteAsync("354 go on\r\n"u8.ToArray(), end.Token);
        while (await reader.ReadLineAsync(end.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        if (Says("<data>") is { } no)
            return no;
        Taken.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())), end.Token));
        return "250 taken";
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await serving;
        listener.Dispose();
        end.Dispose();
    }
}
