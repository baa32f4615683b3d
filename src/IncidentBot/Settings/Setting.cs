using System.Globalization;
using IncidentBot.Settings.Reading;

namespace IncidentBot.Settings;

/// <summary>One key of the bot's own settings: its default, and what would be right.</summary>
/// <param name="Default">As it would be written; null: nothing.</param>
/// <param name="Right">Goes on after "must be".</param>
internal abstract record Setting(string Key, string? Default, string Right)
{
    /// <returns>Null when it is right; never says the value where that may be a secret.</returns>
    public abstract string? Flaw(IConfiguration configuration);

    public static Setting<string> Text(string key, string? fallback, string right, Func<string, bool> fits) =>
        new(key, fallback, right, written => fits(written) ? written : null);

    public static Setting<TimeSpan?> Duration(string key, string fallback) => new(
        key, fallback, "a duration of at least a second, such as 00:20:00 or 20m",
        Span);

    public static Setting<TimeSpan?> DurationOrNever(string key, string fallback) => new(
        key, fallback, "a duration of at least a second, such as 00:20:00 or 20m, or “never”",
        written => written == "never" ? Timeout.InfiniteTimeSpan : Span(written));

    /// <returns>Zero stands for half.</returns>
    public static Setting<TimeSpan?> DurationOrHalf(string key) => new(
        key, "half", "a duration of at least a second, such as 00:20:00 or 20m, or “half”",
        written => written == "half" ? TimeSpan.Zero : Span(written));

    public static Setting<int?> Count(string key, string fallback, int least = 0) => new(
        key, fallback, $"a whole number from {least} to 100",
        written => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= 100 ? number : null);

    public static Setting<bool?> Switch(string key) => new(
        key, "false", "true or false", written => bool.TryParse(written, out var on) ? on : null);

    static TimeSpan? Span(string written) =>
        Durations.Read(written) is { TotalSeconds: >= 1 and <= 86_400 * 366 } span ? span : null;
}

/// <summary>A key whose value reads as a <typeparamref name="T"/>.</summary>
internal sealed record Setting<T>(string Key, string? Default, string Right, Func<string, T?> Read)
    : Setting(Key, Default, Right)
{
    /// <summary>A secret is named but never shown.</summary>
    public bool Secret { get; init; }

    /// <summary>An empty value says something ("none of them") instead of nothing.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Null when neither the configuration nor the default has one.</summary>
    public T? In(IConfiguration configuration) => Written(configuration) is { } written ? Read(written) : default;

    public bool IsSet(IConfiguration configuration) =>
        configuration[Key] is { } value && (MayBeEmpty || !string.IsNullOrWhiteSpace(value));

    public override string? Flaw(IConfiguration configuration) =>
        !IsSet(configuration) || Read(configuration[Key]!.Trim()) is not null ? null
        : $"{Key} must be {Right}{(Secret ? "" : $", not “{Spot.Short(configuration[Key]!.Trim())}”")}.";

    string? Written(IConfiguration configuration) => IsSet(configuration) ? configuration[Key]!.Trim() : Default;
}
