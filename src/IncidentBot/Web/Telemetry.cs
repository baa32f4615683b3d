using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace IncidentBot.Web;

/// <summary>Figures for whoever scrapes <c>/metrics</c>, and traces for whoever collects them.</summary>
static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Traffic>();
        var telemetry = services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Traffic.Name)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.WithTracing(traces => traces
                .AddSource(Traffic.Name)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter());
    }
}
