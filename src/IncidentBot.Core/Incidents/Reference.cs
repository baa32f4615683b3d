using System.Diagnostics.CodeAnalysis;

namespace IncidentBot.Incidents;

/// <summary>Names one incident for ever. People see its <see cref="Reference"/> instead.</summary>
public readonly record struct IncidentId(Guid Value)
{
    public static IncidentId Parse(string text) => new(Guid.Parse(text));

    public override string ToString() => Value.ToString("N");
}

/// <summary>What people call an incident: INC-12.</summary>
public readonly record struct Reference(string Prefix, int Number)
{
    public override string ToString() => $"{Prefix}-{Number}";

    /// <summary>Reads "INC-12", "inc12" or "#12"; a bare number may mean anything and is none.</summary>
    public static bool TryParse(string text, string prefix, [NotNullWhen(true)] out Reference? reference)
    {
        var trimmed = text.Trim().TrimEnd(',', '.', ':', ';');
        var digits = trimmed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? trimmed[prefix.Length..].TrimStart('-')
            : trimmed.StartsWith('#') ? trimmed[1..]
            : "";
        reference = digits.Length is > 0 and < 10 && digits.All(char.IsAsciiDigit) && int.Parse(digits) is > 0 and var number
            ? new Reference(prefix, number)
            : null;
        return reference is not null;
    }
}
