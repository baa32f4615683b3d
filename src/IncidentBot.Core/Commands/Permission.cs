using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Whether somebody may, and how they are told who can.</summary>
public static class Permission
{
    /// <returns>Null when they may.</returns>
    public static Decision? Missing(string verb, Right right, Request request, Incident? about)
    {
        if (about?.May(request.By, right, request.Org) ?? request.Org.Holds(request.By, right, []))
            return null;
        var line = new ChatText.Code(about is null ? verb : $"{verb} {about.Reference}");
        return request.Org.WhoHolds(right) is var holders && holders == "nobody"
            ? Decision.Reject($"{line} is for nobody, says the organisation's file. Ask whoever keeps it.")
            : Decision.Reject($"{line} is only for {holders}. Ask one of them to do it.");
    }
}
