using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Teams.Incoming;
using IncidentBot.Teams.People;
using IncidentBot.Teams.Replying;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.Heard;

/// <summary>Shows an incident under a link to it, where everybody who then reads it may see it.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/link-unfurling</remarks>
public sealed class Unfurling(Sidebar sidebar, Colleagues colleagues, ICurrentOrganisation organisation, TimeProvider clock) : ITake
{
    /// <summary>Who is nobody in particular sees what all may see.</summary>
    static readonly Person Anybody = new($"{TeamsIds.Platform}:anybody", "anybody");

    public Task<Response>? Take(Arrival arrival) => arrival is Linked linked ? Show(linked) : null;

    async Task<Response> Show(Linked linked)
    {
        var org = organisation.Now;
        var by = await colleagues.Of(linked.About);
        var viewer = linked.About.In.Kind == PlaceKind.Personal ? by.Person : Anybody;
        return new Response.Taken(InvokeAnswers.Found(
            by.IsWelcome && Named(linked.Address, org) is { } reference
                && await sidebar.Of(reference, viewer, clock.GetUtcNow(), default) is { } aside ? [(aside.Card, aside.Reference)] : [],
            org));
    }

    /// <returns>"INC-12"; null when the link leads elsewhere.</returns>
    static string? Named(string link, Organisation org) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && org.AddressOf("").AbsoluteUri is var ours
            && address.AbsoluteUri.StartsWith(ours, StringComparison.OrdinalIgnoreCase)
            ? address.AbsoluteUri[ours.Length..].Split('/', '?', '#')[0]
            : null;
}
