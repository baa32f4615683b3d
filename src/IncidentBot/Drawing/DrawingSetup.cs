using IncidentBot.Chat;

namespace IncidentBot.Drawing;

static class DrawingSetup
{
    /// <summary>Pictures of what is better seen than read.</summary>
    public static void AddDrawing(this IServiceCollection services) => services
        .AddSingleton<IPictures, Pictures>()
        .AddSingleton<IDraw, CauseDraws>()
        .AddSingleton<IDraw, FigureDraws>();
}
