using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Incoming;

/// <summary>Where everything from Teams comes together.</summary>
public sealed class Front(TeamsSettings settings)
{
    const string Channel = "msteams";

    public Task<Response> Take(Activity activity, CancellationToken ct) => Task.FromResult<Response>(
        !IsOurs(activity) ? new Response.Foreign()
        : Reading.Of(activity) is Unknown ? new Response.Unknown()
        : new Response.Taken());

    /// <summary>From the one tenant that is served, through Teams itself.</summary>
    bool IsOurs(Activity activity) =>
        activity.Channel == Channel && (settings.TenantId is not { } tenant || activity.Tenant == tenant);
}
