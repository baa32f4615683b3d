using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Commands;

/// <summary>Gives one of the seven roles to somebody, or takes it away.</summary>
public sealed class RoleCommand : IChangeCommand
{
    public Usage Usage { get; } = new("role <role> <@user|me|none>", "Give a role to somebody", Topics.People);

    public IEnumerable<string> Next(string text, Organisation org) =>
        text == "" ? org.Roles.Select(role => role.Key) : text.Trim().Contains(' ') ? [] : ["me", "none"];

    public Form? Ask(Incident incident, Request request) => request.IsForm || Written(request).Who != "" ? null : new(
        $"Role in {incident.Reference}", $"role {incident.Reference}", "Give role",
        [
            Forms.Role(request.Org, Written(request).Role?.Role),
            new PersonInput("person", "Who") { Required = true, Value = request.By.Id },
        ]);

    public Decision Decide(Incident incident, Request request) => request.IsForm
        ? Give(incident, request.Org.FindRole(request.Answer("role"))!, request.Answer("person"), request)
        : Written(request) is ({ } role, var who) ? Give(incident, role, who, request)
        : Unknown(Grammar.Cut(request.Text).Word, request.Org);

    internal static Decision Give(Incident incident, RoleDescription role, string word, Request request) =>
        word.Equals("none", StringComparison.OrdinalIgnoreCase) || word.Equals("nobody", StringComparison.OrdinalIgnoreCase)
            ? incident.Release(role, null, request.From)
        : request.Who(word) is { } who ? incident.Assign(role, who, request.From)
        : NoSuchPerson(word);

    /// <summary>The longest name of a role that the text begins with, and what follows: "incident manager @ada".</summary>
    internal static (RoleDescription? Role, string Who) Written(Request request)
    {
        var words = request.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(3, words.Length); count > 0; count--)
            if (request.Org.FindRole(string.Join(' ', words[..count])) is { } role)
                return (role, string.Join(' ', words[count..]));
        return (null, words.Length > 1 ? string.Join(' ', words[1..]) : "");
    }

    internal static Decision Unknown(string word, Organisation org) => Decision.Reject(
        $"“{word}” is no role. Choose one of {string.Join(", ", org.Roles.Select(role => role.Key))}.", "role");

    internal static Decision NoSuchPerson(string word) => Decision.Reject(
        $"I don't know “{word}”. Name a person with {new ChatText.Code("@")} as they are called here.", "person");
}
