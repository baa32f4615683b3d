using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Rooms.Pages;

namespace IncidentBot.Rooms;

/// <summary>The pieces of a page that change while it is open.</summary>
public static class Drawings
{
    public static Task<string> Draw(this Drawer drawer, WebMessage message) =>
        drawer.Draw<MessageItem>(("Message", message));

    public static Task<string> Draw(this Drawer drawer, IReadOnlyList<RoomEntry> entries, string? here) =>
        drawer.Draw<RoomList>(("Entries", entries), ("Here", here));

    public static Task<string> Draw(this Drawer drawer, Aside? aside, bool withCard) =>
        drawer.Draw<AsidePanel>(("Aside", aside), ("WithCard", withCard));

    public static Task<string> Draw(this Drawer drawer, Card card) => drawer.Draw<CardBox>(("Card", card));
}
