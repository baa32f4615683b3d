using IncidentBot.Catalog;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentBot.Settings;

public static class SettingsSetup
{
    /// <summary>The organisation's file, read at the start and again whenever it changes.</summary>
    public static void AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        ListenAddress.UseDefault(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new CurrentOrganisation(BySettings(
            provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton<ICurrentOrganisation>(provider => provider.GetRequiredService<CurrentOrganisation>());
    }

    /// <summary>What holds before the file has its say.</summary>
    static Organisation BySettings(IConfiguration configuration) => new()
    {
        Prefix = configuration["Incidents:Prefix"] ?? "INC",
        PublicUrl = Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var address)
            ? address
            : ListenAddress.ForLinks(configuration),
    };
}
