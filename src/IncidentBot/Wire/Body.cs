using System.Buffers;
using System.IO.Pipelines;

namespace IncidentBot.Wire;

/// <summary>The body of a request, as the bytes that arrived.</summary>
static class Body
{
    /// <summary>No request of a chat platform is larger.</summary>
    public const int Most = 1024 * 1024;

    /// <returns>Null when it is too large.</returns>
    public static async Task<byte[]?> Read(PipeReader reader, CancellationToken ct)
    {
        var read = await reader.ReadAtLeastAsync(Most + 1, ct);
        var body = read.Buffer.Length > Most ? null : read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        return body;
    }
}
