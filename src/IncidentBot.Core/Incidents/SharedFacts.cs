using IncidentBot.Chat;

namespace IncidentBot.Incidents;

/// <summary>Somebody shared a file in one of its rooms.</summary>
/// <param name="Message">The message it came with, as <see cref="Quote.IdOf"/> names it.</param>
/// <param name="File">What names the file for good.</param>
/// <param name="Address">Where people see it in the chat; null: nowhere.</param>
public sealed record FileShared(
    string Message, string File, string Name, bool Picture, Uri? Address, DateTimeOffset HappenedAt, Origin From) : IncidentEvent(From)
{
    protected override DateTimeOffset Happened => HappenedAt;

    public override Incident ApplyTo(Incident incident) => incident with { Shared = incident.Shared.Add($"{Message} {File}") };

    public override ChatText Describe() => Address is null
        ? (ChatText)$"{By} shared {What}: {Name}"
        : $"{By} shared {What}: {new ChatText.Link(Name, Address)}";

    protected override string? Findable => Name;

    string What => Picture ? "a picture" : "a file";
}

/// <summary>Somebody shared a link to a dashboard in one of its rooms.</summary>
/// <param name="Where">Where the message can be read; null: nowhere.</param>
public sealed record LinkShared(string Message, Uri Address, Uri? Where, DateTimeOffset HappenedAt, Origin From) : IncidentEvent(From)
{
    protected override DateTimeOffset Happened => HappenedAt;

    public override Incident ApplyTo(Incident incident) => incident with { Shared = incident.Shared.Add($"{Message} {Address}") };

    public override ChatText Describe() => Where is null
        ? (ChatText)$"{By} shared a dashboard: {new ChatText.Link(Address.Host, Address)}"
        : $"{By} shared a dashboard: {new ChatText.Link(Address.Host, Address)} ({new ChatText.Link("read it there", Where)})";

    protected override string? Findable => Address.Host;
}
