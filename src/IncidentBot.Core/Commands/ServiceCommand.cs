using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Which services are hit.</summary>
public sealed class ServiceCommand : IChangeCommand
{
    public Usage Usage { get; } = new("service <add|remove> <service>", "Say which services are hit", Topics.Rating, "services");

    public IEnumerable<string> Next(string text, Organisation org) =>
        text == "" ? ["add", "remove"] : org.Services.Select(service => service.Key);

    public Form? Ask(Incident incident, Request request)
    {
        var (act, name) = Grammar.Cut(request.Text);
        var removes = act.Equals("remove", StringComparison.OrdinalIgnoreCase);
        if (request.IsForm || name != "" || !(act == "" || removes || act.Equals("add", StringComparison.OrdinalIgnoreCase)))
            return null;
        var choices = request.Org.Services.Where(service => incident.Services.Contains(service.Key) == removes).ToArray();
        return choices.Length == 0 ? null : new(
            removes ? "Remove a service" : "Add a service", $"service {incident.Reference} {(removes ? "remove" : "add")}",
            removes ? "Remove" : "Add",
            [new ChoiceInput("service", "Service", [.. choices.Select(one => new Option(one.Key, one.Name))]) { Required = true }]);
    }

    public Decision Decide(Incident incident, Request request)
    {
        var (act, name) = Grammar.Cut(request.Text);
        var removes = act.Equals("remove", StringComparison.OrdinalIgnoreCase);
        var adds = act.Equals("add", StringComparison.OrdinalIgnoreCase);
        if (request.IsForm)
            name = request.Answer("service");
        else if (!removes && !adds)
            name = request.Text;
        if (request.Org.Services.Count == 0)
            return Decision.Reject($"The organisation's file names no services yet. Add them there, and they can be chosen here.");
        return name == "" ? Decision.Unchange($"No service is left to {(removes ? "remove" : "add")}.")
            : request.Org.FindService(name) is not { } service
                ? Decision.Reject(
                    $"There is no service “{Cards.IncidentWords.Brief(name, 60)}”. Choose one of {string.Join(", ", request.Org.Services.Take(12).Select(one => one.Key))}.",
                    "service")
            : removes ? incident.RemoveService(service, request.From)
            : incident.AddService(service, request.From);
    }
}
