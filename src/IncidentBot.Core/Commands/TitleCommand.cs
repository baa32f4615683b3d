using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Gives it a better title.</summary>
public sealed class TitleCommand : IChangeCommand
{
    public Usage Usage { get; } = new("title <title>", "Give it a better title", Topics.Story, "rename") { Prose = true };

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : Forms.OneText(
        $"Rename {incident.Reference}", $"title {incident.Reference}", "Rename", "title", "Title", value: incident.Title,
        multiline: false, longest: Declaration.LongestTitle);

    public Decision Decide(Incident incident, Request request) => incident.Rename(Clean.OneLine(request.Said("title")), request.From);
}
