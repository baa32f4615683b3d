using IncidentBot.Chat;
using IncidentBot.Reviews;
using IncidentBot.Settings;
using IncidentBot.Wire;

namespace IncidentBot.Outlets;

public static class OutletsSetup
{
    /// <summary>Where published reviews go, as far as the settings name it.</summary>
    public static void AddOutlets(this IServiceCollection services, IConfiguration configuration)
    {
        if (ReviewKeys.Folder.In(configuration) is { } folder)
            services.AddSingleton<IReviewOutlet>(provider => new ReviewFolder(
                Path.GetFullPath(folder),
                ReviewKeys.Commits(configuration) ? new(new(folder, Author(configuration)), ReviewKeys.Push.In(configuration) == true) : null,
                provider.GetRequiredService<IReviewFiles>()));
        if (ReviewKeys.HookUrl.In(configuration) is { } hook)
            services.AddSingleton<IReviewOutlet>(provider => new ReviewHook(
                JsonCall.Client(hook), hook, ReviewKeys.HookSecret.In(configuration), provider.GetRequiredService<INotebook>()));
    }

    static GitAuthor Author(IConfiguration configuration) => ReviewKeys.Author.In(configuration) is { } author
        ? new(author.DisplayName, author.Address)
        : new("IncidentBot", MailKeys.From.In(configuration)?.Address ?? "incidentbot@localhost");
}
