namespace IncidentBot.Chat;

/// <summary>A picture on a card, drawn when it is shown.</summary>
/// <param name="Address">What it shows, and where it is on the web, without an ending: "incidents/INC-12/drawings/fishbone".</param>
/// <param name="Alt">The same in words, for whoever can't see it.</param>
public sealed record Picture(string Address, string Alt)
{
    /// <summary>Where a platform has it already: a file's id, an address that holds it. Null: nowhere but on the web.</summary>
    public string? Source { get; init; }

    /// <param name="ending">"png" or "svg".</param>
    public Uri On(Uri publicUrl, string ending = "png") => new(publicUrl, $"{Address}.{ending}");
}
