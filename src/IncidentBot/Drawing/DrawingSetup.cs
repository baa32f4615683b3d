using IncidentBot.Chat;
using IncidentBot.Reviews;

namespace IncidentBot.Drawing;

static class DrawingSetup
{
    /// <summary>Pictures of what is better seen than read, and files of what is read on paper.</summary>
    public static void AddDrawing(this IServiceCollection services) => services
        .AddSingleton<IPictures, Pictures>()
        .AddSingleton<IReviewFiles, ReviewFiles>()
        .AddSingleton<IDraw, CauseDraws>()
        .AddSingleton<IDraw, FigureDraws>();
}
