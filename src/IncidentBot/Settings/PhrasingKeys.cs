namespace IncidentBot.Settings;

/// <summary>The keys under <c>Phrasing</c>: off without an address, and then nothing is sent to anybody.</summary>
internal static class PhrasingKeys
{
    public static readonly Setting<Uri> Url = new(
        "Phrasing:Url", null, "an OpenAI-compatible address, such as https://api.example.org/v1/",
        written => Uri.TryCreate(written, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" } ? address : null);

    public static readonly Setting<string> Model = Setting.Text(
        "Phrasing:Model", null, "the name of a model, at most 200 characters", written => written.Length <= 200);

    public static readonly Setting<string> Token = Setting.Text(
        "Phrasing:Token", null, "a token without blanks",
        written => written.All(letter => letter is > ' ' and < '\x7f')) with
    { Secret = true };

    public static readonly Setting<bool?> Private = Setting.Switch("Phrasing:Private");

    /// <summary>In the order of the example.</summary>
    public static readonly IReadOnlyList<Setting> All = [Url, Model, Token, Private];

    /// <summary>What is wrong with several values together.</summary>
    public static IEnumerable<string> Flaws(IConfiguration configuration)
    {
        if (Url.IsSet(configuration) && !Model.IsSet(configuration))
            yield return "Phrasing:Url is set without Phrasing:Model; name the model, or take the address out.";
    }
}
