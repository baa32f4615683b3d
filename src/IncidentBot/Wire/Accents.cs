using IncidentBot.Chat;

namespace IncidentBot.Wire;

/// <summary>What every drawer does with a card in the same way.</summary>
static class Accents
{
    /// <summary>Says by shape what the accent says by colour, with a blank behind it.</summary>
    public static string Sign(this Accent accent) => accent switch
    {
        Accent.Bad => "🔴 ",
        Accent.Warning => "🟠 ",
        Accent.Good => "🟢 ",
        _ => "",
    };

    /// <summary>The first link on it to a page of ours; null: there is none.</summary>
    public static Uri? LeadsTo(this Card card, Uri site) => card.Fields.Select(field => field.Value).Concat(card.Lines)
        .SelectMany(text => text.Parts).OfType<ChatText.Link>().Select(link => link.Address)
        .FirstOrDefault(one => one.AbsoluteUri.StartsWith(site.AbsoluteUri, StringComparison.Ordinal));
}
