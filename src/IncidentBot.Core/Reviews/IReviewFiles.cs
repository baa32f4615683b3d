namespace IncidentBot.Reviews;

/// <summary>Makes files of reviews, to print, to send or to keep: text and drawings, and nothing that is fetched or run.</summary>
public interface IReviewFiles
{
    byte[] Pdf(ReviewSheet sheet);

    /// <summary>One file in UTF-8, its pictures within it.</summary>
    byte[] Html(ReviewSheet sheet);
}
