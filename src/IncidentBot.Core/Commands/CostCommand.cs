using System.Globalization;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Writes down what somebody paid because of an incident.</summary>
public sealed class CostCommand : IChangeCommand
{
    public Usage Usage { get; } = new("cost <amount> [for what]", "Write down what was paid because of it; −250 takes back", Topics.Closing, "costs")
    { Prose = true };

    public Form? Ask(Incident incident, Request request) => !request.IsBare ? null : new(
        $"Costs of {incident.Reference}", $"cost {incident.Reference}", "Add",
        [
            new NumberInput("amount", $"How much{(request.Org.Costs is { Currency: not "" } costs ? $", in {costs.Currency}" : "")}") { Required = true },
            new TextInput("for", "For what", MaxLength: 500),
        ]);

    public Decision Decide(Incident incident, Request request)
    {
        var (amount, what) = request.IsForm ? (request.Answer("amount"), request.Answer("for")) : Grammar.Cut(request.Text);
        return decimal.TryParse(amount.Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var paid)
            ? incident.AddCost(paid, WithoutFor(what), request.From)
            : Decision.Reject($"Say how much, such as {new ChatText.Code($"cost {incident.Reference} 250 for a courier")}.", "amount");
    }

    static string WithoutFor(string what) => what.StartsWith("for ", StringComparison.OrdinalIgnoreCase) ? what[4..].Trim() : what;
}
