using System.Globalization;
using IncidentBot.Chat;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace IncidentBot.Rooms.Pages;

/// <summary>Draws a <see cref="ChatText"/>: the only place where what people typed becomes a page, always encoded.</summary>
public sealed class Text : ComponentBase
{
    [Parameter, EditorRequired]
    public required ChatText Value { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var part in Value.Parts)
            Draw(part, builder);
    }

    static void Draw(ChatText.Part part, RenderTreeBuilder builder)
    {
        switch (part)
        {
            case ChatText.Words words:
                builder.AddContent(0, words.Text);
                break;
            case ChatText.Mention mention:
                Element(builder, "span", "mention", $"@{mention.Person.Name}");
                break;
            case ChatText.RoomLink { Room: { Platform: WebRoom.Platform } room }:
                Anchor(builder, $"/rooms/{Uri.EscapeDataString(room.Id)}", $"#{room.Name}", away: false);
                break;
            case ChatText.RoomLink link:
                Element(builder, "span", "mention", $"#{link.Room.Name} {Surfaces.Words(link.Room.Platform)}");
                break;
            case ChatText.Moment moment:
                Time(builder, moment.At);
                break;
            case ChatText.Link { Address: { IsAbsoluteUri: true, Scheme: "http" or "https" } address } link:
                Anchor(builder, address.AbsoluteUri, link.Label, away: true);
                break;
            case ChatText.Link link:
                builder.AddContent(0, link.Label);
                break;
            case ChatText.Code code:
                Element(builder, "code", null, code.Text);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    static void Element(RenderTreeBuilder builder, string name, string? style, string text)
    {
        builder.OpenElement(1, name);
        if (style is not null)
            builder.AddAttribute(2, "class", style);
        builder.AddContent(3, text);
        builder.CloseElement();
    }

    static void Anchor(RenderTreeBuilder builder, string address, string label, bool away)
    {
        builder.OpenElement(4, "a");
        builder.AddAttribute(5, "href", address);
        if (away)
            builder.AddAttribute(6, "rel", "noopener noreferrer");
        builder.AddContent(7, label);
        builder.CloseElement();
    }

    /// <summary>In universal time until the browser, which knows the reader's zone, says it shorter.</summary>
    internal static void Time(RenderTreeBuilder builder, DateTimeOffset at)
    {
        var universal = at.ToUniversalTime();
        builder.OpenElement(8, "time");
        builder.AddAttribute(9, "datetime", universal.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        builder.AddContent(10, universal.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        builder.CloseElement();
    }
}
