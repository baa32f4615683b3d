using IncidentBot.Teams.Wire;
using IncidentBot.Wire;

namespace IncidentBot.Teams.Incoming;

/// <summary>What a request's token says about where it comes from.</summary>
public abstract record Proof
{
    Proof() { }

    /// <summary>From Teams, and to be answered there and nowhere else.</summary>
    public sealed record Teams(string ServiceUrl) : Proof
    {
        public override bool Covers(Activity activity) => activity.ServiceUrl == ServiceUrl;
    }

    /// <summary>From a client on this machine, which the settings let in.</summary>
    public sealed record Local : Proof
    {
        public override bool Covers(Activity activity) => activity.ServiceUrl.Address() is { IsLoopback: true };
    }

    /// <summary>From anybody.</summary>
    /// <param name="Reason">For the log; the caller is told nothing.</param>
    public sealed record None(string Reason) : Proof;

    /// <summary>It can't be told now.</summary>
    public sealed record NotNow : Proof;

    /// <summary>Whether it vouches for where the activity wants to be answered.</summary>
    public virtual bool Covers(Activity activity) => false;
}
