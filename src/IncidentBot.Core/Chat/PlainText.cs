namespace IncidentBot.Chat;

/// <summary>Draws a card with nothing but letters: logs, notifications, screen readers, search.</summary>
public static class PlainText
{
    public static string Draw(Card card) => string.Join('\n', Lines(card));

    static IEnumerable<string> Lines(Card card) =>
    [
        .. card.Header is null ? [] : new[] { Of(card.Header) },
        Of(card.Title),
        .. card.Fields.Select(field => $"  {field.Label}: {Of(field.Value)}"),
        .. card.Lines.Select(line => $"  {Of(line)}"),
        .. card.Picture is null ? [] : new[] { $"  Picture: {card.Picture.Alt}" },
        .. card.Buttons.Select(button => $"  [{button.Label}] {button.Command}"),
        .. card.Hint is null ? [] : new[] { $"  {Of(card.Hint)}" },
    ];

    public static string Of(ChatText text) => string.Concat(text.Parts.Select(part => part switch
    {
        ChatText.Words words => words.Text,
        ChatText.Mention mention => mention.Person.Name,
        ChatText.RoomLink link => $"#{link.Room.Name}",
        ChatText.Moment moment => moment.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'"),
        ChatText.Link link => $"{link.Label} ({link.Address})",
        ChatText.Code code => $"`{code.Text}`",
        _ => throw new System.Diagnostics.UnreachableException(),
    }));
}
