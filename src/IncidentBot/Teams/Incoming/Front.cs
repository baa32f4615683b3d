using IncidentBot.Chat;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Incoming;

/// <summary>Where everything from Teams comes together.</summary>
public sealed partial class Front(
    TeamsSettings settings, Repeats repeats, IEnumerable<ITake> takers, TimeProvider clock, ILogger<Front> log)
{
    const string Channel = "msteams";

    /// <summary>Teams shows a failure when an invoke isn't answered within five seconds or so.</summary>
    static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(4.5);

    /// <summary>Anything else has ten.</summary>
    static readonly TimeSpan InTime = TimeSpan.FromSeconds(8);

    public async Task<Response> Take(Activity activity, CancellationToken ct)
    {
        if (!IsOurs(activity))
            return new Response.Foreign();
        var arrival = Reading.Of(activity);
        if (arrival is Unknown)
            return new Response.Unknown();
        try
        {
            // Whoever sent it may hang up; what it asks for is done all the same.
            return await (activity.Id == "" ? Serve(arrival) : repeats.Once(activity.Key, () => Serve(arrival)))
                .WaitAsync(activity.Type == "invoke" ? AtOnce : InTime, clock, ct);
        }
        catch (TimeoutException)
        {
            return NotNow(arrival, Sentences.Broken);
        }
    }

    async Task<Response> Serve(Arrival arrival)
    {
        try
        {
            foreach (var taker in takers)
                if (taker.Take(arrival) is { } taken)
                    return await taken;
            return new Response.Taken();
        }
        catch (NotNowException away)
        {
            Away(arrival.GetType().Name, away.Message);
            return NotNow(arrival, InvokeAnswers.Plain(Sentences.NotNow));
        }
        catch (Exception failure) when (failure is not UnreadableException)
        {
            Broke(arrival.GetType().Name, failure);
            return NotNow(arrival, Sentences.Broken);
        }
    }

    /// <summary>Where somebody waits they get a sentence, and not what Teams makes of a failure.</summary>
    static Response NotNow(Arrival arrival, string sentence) =>
        InvokeAnswers.Sorry(arrival, sentence) is { } sorry ? new Response.Taken(sorry) : new Response.NotNow();

    /// <summary>From the one tenant that is served, through Teams itself.</summary>
    bool IsOurs(Activity activity) =>
        activity.Channel == Channel && (settings.TenantId is not { } tenant || activity.Tenant == tenant);

    [LoggerMessage(1523, LogLevel.Warning, "What Teams sent ({Kind}) could not be done now: {Reason}")]
    partial void Away(string kind, string reason);

    [LoggerMessage(1521, LogLevel.Error, "What Teams sent ({Kind}) could not be handled")]
    partial void Broke(string kind, Exception failure);
}
