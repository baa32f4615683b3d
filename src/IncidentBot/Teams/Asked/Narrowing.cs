using IncidentBot.Catalog;
using IncidentBot.Teams.Drawing;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Asked;

/// <summary>Says what a long menu of a form has that fits what somebody types.</summary>
public sealed class Narrowing(Colleagues colleagues, ICurrentOrganisation organisation) : ITake
{
    public Task<Response>? Take(Arrival arrival) => arrival is Filtering filtering ? Take(filtering) : null;

    /// <remarks>For strangers every menu is empty.</remarks>
    async Task<Response> Take(Filtering filtering)
    {
        var by = await colleagues.Of(filtering.About);
        return new Response.Taken(TeamsSuggestions.Answer(
            by.IsWelcome ? filtering.Menu : "", filtering.Words, organisation.Now));
    }
}
