namespace IncidentBot.Jobs;

public static class JobsSetup
{
    /// <summary>The pumps and the periodic jobs, run and supervised by Hangfire.</summary>
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
    }
}
