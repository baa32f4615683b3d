using IncidentBot.Chat;

namespace IncidentBot.Support;

/// <summary>Puts what somebody wrote into every place of a card and a form where anything written can stand.</summary>
static class Hostile
{
    public static Card With(Card card, string text) => card with
    {
        Title = With(card.Title, text),
        Header = card.Header is null ? null : With(card.Header, text),
        Fields = [.. card.Fields.Select(field => new Field(text, With(field.Value, text)))],
        Lines = [.. card.Lines.Select(line => With(line, text))],
        Buttons = [.. card.Buttons.Select(button => button with { Label = text, Confirm = text })],
        Hint = card.Hint is null ? null : With(card.Hint, text),
    };

    public static Form With(Form form, string text) => form with
    {
        Title = text,
        Submit = text,
        Intro = form.Intro is null ? null : With(form.Intro, text),
        Inputs =
        [
            .. form.Inputs.Select(input => (input is ChoiceInput choice
                ? choice with { Options = [.. choice.Options.Select(option => option with { Label = text })] }
                : input) with { Label = text, Hint = text, Value = input is ChoiceInput ? input.Value : text }),
        ],
    };

    /// <summary>Every word replaced, and every name of a person, room and link.</summary>
    static ChatText With(ChatText old, string text) => new([.. old.Parts.Select(part => part switch
    {
        ChatText.Mention mention => new ChatText.Mention(mention.Person with { Name = text }),
        ChatText.RoomLink link => new ChatText.RoomLink(link.Room with { Name = text }),
        ChatText.Link link => new ChatText.Link(text, link.Address),
        ChatText.Code => new ChatText.Code(text),
        ChatText.Words => new ChatText.Words(text),
        _ => part,
    })]);
}
