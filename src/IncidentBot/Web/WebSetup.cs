using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Storage;
using IncidentBot.Web.Answers;
using IncidentBot.Web.Api;
using IncidentBot.Web.Health;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IncidentBot.Web;

/// <summary>The API, health and metrics, and how everything that goes wrong is answered.</summary>
public static class WebSetup
{
    public static void AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["AllowedHosts"]))
            configuration["AllowedHosts"] = Opening.AllowedHosts(configuration);
        services.Configure<KestrelServerOptions>(Limits.Set);
        services.AddRequestTimeouts(Deadline.Set);

        if (PhrasingSettings.In(configuration) is { } phrasing)
        {
            services.AddSingleton(phrasing);
            services.AddSingleton<IPhrasing, Phrasing>();
        }
        services.AddSingleton<Bot>();
        services.AddSingleton<IRoomWatch, RoomWatch>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Desk>();
        services.AddSingleton<IDesk>(provider => provider.GetRequiredService<Desk>());

        services.AddSingleton<Gate>();
        services.AddSingleton<Owed>();
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        services.AddDocument();

        services.AddSingleton<Readiness>();
        services.AddSingleton<IVital, DatabaseVital>();
        services.AddSingleton<IVital, PumpsVital>();
        services.AddSingleton<IVital, ClockVital>();
        services.AddTelemetry(configuration);
    }

    /// <summary>What every request passes on its way, outermost first.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<ErrorAnswers>();
        app.Use(SecurityHeaders.Invoke);
        app.UseStatusCodePages(EmptyAnswers.Fill);
        app.UseRouting();
        var gate = app.Services.GetRequiredService<Gate>();
        app.Use((http, next) => Gated.Invoke(http, gate, next));
        app.UseRequestTimeouts();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.UseWeb();
        var api = app.MapGroup("/api/v1").WithMetadata(Gated.Mark);
        IncidentEndpoints.Map(api);
        OwedEndpoints.Map(api);
        ChangeEndpoints.Map(api);
        MetricsEndpoints.Map(api);
        app.MapOpenApi();
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint().WithMetadata(Gated.Mark);
    }
}
