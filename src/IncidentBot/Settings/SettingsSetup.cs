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
        services.AddSingleton(provider => Read(
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CurrentOrganisation>>()));
        services.AddSingleton<Acquaintances>();
        services.AddSingleton<ICurrentOrganisation>(provider => new AcquaintedOrganisation(
            provider.GetRequiredService<CurrentOrganisation>(), provider.GetRequiredService<Acquaintances>()));
        services.AddHostedService<OrganisationWatch>();
    }

    /// <summary>Refuses to start with wrong settings, before anything runs; warns of those that mean nothing.</summary>
    /// <exception cref="StartRefusedException">Every wrong setting, or every error of the file.</exception>
    public static void CheckSettings(this WebApplication app)
    {
        app.Services.GetRequiredService<CurrentOrganisation>();
        foreach (var unknown in BotSettings.Unknown(app.Configuration))
            app.Logger.LogWarning("{Setting}", unknown);
    }

    static CurrentOrganisation Read(IConfiguration configuration, TimeProvider time, ILogger<CurrentOrganisation> log)
    {
        BotSettings.Check(configuration);
        var file = BotSettings.OrganisationFile.In(configuration)!;
        return new(
            Path.GetFullPath(file), required: file != BotSettings.OrganisationFile.Default,
            SettingsOrganisation.In(configuration), time, log);
    }
}
