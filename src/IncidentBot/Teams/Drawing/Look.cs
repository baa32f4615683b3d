using System.Text.Json.Nodes;

namespace IncidentBot.Teams.Drawing;

/// <summary>How a line of text looks, in the words of Adaptive Cards; null: as usual.</summary>
sealed record Look(string? Size = null, bool Bold = false, bool Subtle = false, string? Color = null, string Spacing = "Small")
{
    public static readonly Look Title = new("Large", Bold: true, Spacing: "None");
    public static readonly Look Small = new("Small", Spacing: "None");
    public static readonly Look Label = new("Small", Subtle: true, Spacing: "None");
    public static readonly Look Value = new(Spacing: "None");
    public static readonly Look Wrong = new("Small", Bold: true, Color: "Attention", Spacing: "None");

    /// <param name="text">A TextBlock or a TextRun.</param>
    public JsonObject On(JsonObject text)
    {
        if (Size is not null)
            text["size"] = Size;
        if (Bold)
            text["weight"] = "Bolder";
        if (Subtle)
            text["isSubtle"] = true;
        if (Color is not null)
            text["color"] = Color;
        return text;
    }
}
