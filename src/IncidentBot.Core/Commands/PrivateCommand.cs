using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Only its members see it; <c>private off</c> shows it to everybody again.</summary>
public sealed class PrivateCommand : IChangeCommand
{
    public Usage Usage { get; } = new("private [on|off]", "Let only its members see it, or everybody again", Topics.Rooms);

    public IEnumerable<string> Next(string text, Catalog.Organisation org) => text == "" ? ["on", "off"] : [];

    public Decision Decide(Incident incident, Request request) => request.Text.ToLowerInvariant() switch
    {
        "" or "on" => Hidden(incident, request),
        "off" => incident.MakePrivate(false, request.From),
        _ => Decision.Reject($"Say {new ChatText.Code("private on")} or {new ChatText.Code("private off")}."),
    };

    // Whoever hides it must not lock themselves out.
    static Decision Hidden(Incident incident, Request request) =>
        incident.MakePrivate(true, request.From) is Decision.Accepted hidden && !incident.Members.Contains(request.By)
            ? Decision.Accept([new Joined(request.By, request.From), .. hidden.Facts])
            : incident.MakePrivate(true, request.From);
}
