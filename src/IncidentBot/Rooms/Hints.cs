namespace IncidentBot.Rooms;

/// <summary>Waiting for a hint that something changed.</summary>
static class Hints
{
    /// <summary>Also ends after a while without the hint, and when the page was closed.</summary>
    public static async Task OrAfter(this Task hint, TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            await hint.WaitAsync(atMost, clock, ct);
        }
        catch (TimeoutException)
        {
            // Look again, hint or not.
        }
        catch (OperationCanceledException)
        {
            // The page was closed; the loop sees it.
        }
    }
}
