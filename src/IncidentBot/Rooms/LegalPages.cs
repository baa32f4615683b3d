using IncidentBot.Chat;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>The two pages that the packages of chat platforms must name. Anybody may read them; nothing of an incident is on them.</summary>
public sealed class LegalPages(Drawer drawer)
{
    public Task<IResult> Privacy() => Page(
        "What is kept, and where",
        $"This IncidentBot is run by your own organisation, on its own machines. What is said and done in incidents is kept in its database there, and nothing is sent to the makers of IncidentBot.",
        $"Kept are: incidents and their timelines, what is said in their rooms, names, mail addresses and time zones of those who take part. Ask whoever runs it for how long, and to have something of yours removed.");

    public Task<IResult> Terms() => Page(
        "Terms of use",
        $"Your organisation decides who may use this IncidentBot and for what.",
        $"The software comes under the MIT licence, without any warranty.");

    Task<IResult> Page(string heading, params ChatText[] lines) => drawer.Page<NoticePage>(
        StatusCodes.Status200OK, ("Heading", heading), ("Lines", lines), ("Home", false));
}
