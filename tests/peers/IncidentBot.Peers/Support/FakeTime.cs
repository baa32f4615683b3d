namespace IncidentBot.Peers.Support;

/// <summary>Another wall clock for a process (libfaketime); the monotonic clock, as on a real machine, goes on as it did.</summary>
static class FakeTime
{
    /// <summary>Settings of a process that begins so much later.</summary>
    public static (string, string)[] In(TimeSpan later) => [.. Preloaded, ("FAKETIME", $"+{(long)later.TotalSeconds}")];

    /// <summary>Settings of a process whose clock is told by a file: "+3600".</summary>
    public static (string, string)[] Of(string file) => [.. Preloaded, ("FAKETIME_TIMESTAMP_FILE", file), ("FAKETIME_NO_CACHE", "1")];

    static (string, string)[] Preloaded =>
    [
        ("LD_PRELOAD", Library), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"), ("DONT_FAKE_MONOTONIC", "1"),
        // Its mend for an old C library makes timed waits return at once.
        ("FAKETIME_FORCE_MONOTONIC_FIX", "0"),
    ];

    /// <summary>Where Debian keeps it, whatever the processor.</summary>
    static string Library => Directory.GetDirectories("/usr/lib", "*-linux-gnu")
        .Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).First(File.Exists);
}
