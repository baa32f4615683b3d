using System.Text;
using IncidentBot.Reviews;

namespace IncidentBot.Drawing;

/// <summary>Makes files of reviews, with their root causes as drawings.</summary>
sealed class ReviewFiles : IReviewFiles
{
    public byte[] Pdf(ReviewSheet sheet) => PdfReview.Draw(sheet);

    public byte[] Html(ReviewSheet sheet) => Encoding.UTF8.GetBytes(HtmlReview.Draw(sheet, block => Drawn(block, sheet.Reference) is { } drawing
        ? $"data:image/png;base64,{Convert.ToBase64String(Pictures.Png(drawing, 2))}"
        : null));

    public IReadOnlyList<ReviewFile> Markdown(ReviewSheet sheet)
    {
        var pictures = new Dictionary<string, byte[]>();
        var text = MarkdownReview.Draw(sheet, block =>
        {
            if (Drawn(block, sheet.Reference) is not { } drawing)
                return null;
            var name = block is ReviewBlock.Whys ? "five-whys.png" : block is ReviewBlock.Fishbone ? "fishbone.png" : "fault-tree.png";
            pictures[name] = Pictures.Png(drawing, 2);
            return name;
        });
        return [new(ReviewFile.Text, Encoding.UTF8.GetBytes(text)), .. pictures.Select(one => new ReviewFile(one.Key, one.Value))];
    }

    static IDrawing? Drawn(ReviewBlock block, string reference) => block switch
    {
        ReviewBlock.Whys whys => CauseDrawings.Of(whys.Sheet, reference),
        ReviewBlock.Fishbone bone => CauseDrawings.Of(bone.Sheet, reference),
        ReviewBlock.FaultTree tree => CauseDrawings.Of(tree.Sheet, reference),
        _ => null,
    };
}
