using System.Text.RegularExpressions;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.People;

/// <summary>Turns what people type in Slack back into what they meant: Slack escapes people, channels, links and letters.</summary>
/// <remarks>https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages</remarks>
public sealed partial class Speech(Colleagues colleagues)
{
    const int MostPeople = 20;

    /// <summary>As a command line has it: people as "@ada" or "@slack:U024BE7LH".</summary>
    public Task<string> Line(string text, CancellationToken ct) => Read(text, who => who.Person.Id, ct);

    /// <summary>As people read it: "@Ada".</summary>
    public Task<string> Words(string text, CancellationToken ct) => Read(text, who => who.Person.Name, ct);

    /// <summary>With what was shared in it: often a picture says it all, and there are no words.</summary>
    public async Task<string> Words(Message message, CancellationToken ct) => string.Join('\n', message.Files
        .Select(file => $"shared a file: {file.Name}{(file.Address is { } address ? $" ({address})" : "")}")
        .Prepend(await Words(message.Text, ct)).Where(line => line != ""));

    async Task<string> Read(string text, Func<Colleague, string> name, CancellationToken ct)
    {
        var named = await Task.WhenAll(Escaped().Matches(text).Where(IsPerson).Select(match => match.Groups["id"].Value)
            .Distinct().Take(MostPeople).Select(id => colleagues.Of(id, ct)));
        var names = named.ToDictionary(who => who.Id, name);
        return Escaped().Replace(text, match => match.Groups["letter"] is { Success: true, Value: var letter }
            ? letter switch { "amp" => "&", "lt" => "<", _ => ">" }
            : Meant(match.Groups["kind"].Value, match.Groups["id"].Value, Letters(match.Groups["label"].Value), names));
    }

    static string Meant(string kind, string id, string label, Dictionary<string, string> names) => kind switch
    {
        "@" => $"@{names.GetValueOrDefault(id) ?? (label == "" ? id : label)}",
        "#" => $"#{(label == "" ? id : label)}",
        // "<!here>", "<!subteam^S012|@payments>", "<!date^…|14:05>"
        "!" => label != "" ? label : $"@{id.Split('^')[0]}",
        _ => Link(Letters(id), label),
    };

    /// <summary>Slack makes links of what looks like one; what was typed stands then in the label.</summary>
    static string Link(string address, string label) =>
        label == "" ? address
        : address.TrimEnd('/').EndsWith(label.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) ? label
        : $"{label} ({address})";

    static string Letters(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    static bool IsPerson(Match match) => match.Groups["kind"].Value == "@";

    [GeneratedRegex(@"<(?<kind>[@#!]?)(?<id>[^<>|\s][^<>|]*)(?:\|(?<label>[^<>]*))?>|&(?<letter>amp|lt|gt);", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
