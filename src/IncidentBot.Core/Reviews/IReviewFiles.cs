namespace IncidentBot.Reviews;

/// <summary>Makes files of reviews, to print, to send or to keep: text and drawings, and nothing that is fetched or run.</summary>
public interface IReviewFiles
{
    byte[] Pdf(ReviewSheet sheet);

    /// <summary>One file in UTF-8, its pictures within it.</summary>
    byte[] Html(ReviewSheet sheet);

    /// <summary>"review.md" in UTF-8 first, then the pictures it shows, to be put beside it.</summary>
    IReadOnlyList<ReviewFile> Markdown(ReviewSheet sheet);
}

/// <param name="Name">Of small letters, digits, hyphens and one full stop.</param>
public sealed record ReviewFile(string Name, byte[] Content)
{
    public const string Text = "review.md";

    /// <summary>Every name there can be.</summary>
    public static readonly IReadOnlyList<string> Names = [Text, "five-whys.png", "fishbone.png", "fault-tree.png"];
}
