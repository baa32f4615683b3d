using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Declares an incident. <c>report</c> is for what nobody has looked at yet: it starts in triage.</summary>
public sealed class DeclareCommand : IStartCommand
{
    public Usage Usage { get; } = new(
        "declare [sevN] [pN] [service X] <title>", "Declare an incident; only the title is needed", Topics.Declaring,
        "new", "create", "open", "report")
    { Prose = true };

    public IEnumerable<string> Next(string text, Organisation org) => Declaring.Next(text, org);

    public Started Read(Request request) => Declaring.Read(
        request, request.Verb, "Declare incident",
        said => request.Verb == "report" ? said with { Triage = true, Source = "user report" } : said);
}
