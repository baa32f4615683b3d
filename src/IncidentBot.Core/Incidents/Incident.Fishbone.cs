using IncidentBot.Catalog;
using IncidentBot.Chat;
using static IncidentBot.Incidents.Decision;

namespace IncidentBot.Incidents;

public sealed partial record Incident
{
    /// <param name="category">As somebody wrote it; "": not said, as for a cause of a cause.</param>
    /// <param name="under">The number of the cause it explains; null: none, it stands right under its category.</param>
    public Decision NameCause(string text, string category, string? under, CauseMark mark, Organisation org, Origin from)
    {
        var parent = under is null ? null : Fishbone.Find(under);
        var bone = parent?.Category ?? org.FindFishboneCategory(category);
        if (TextFlaw(text, "cause") is { } flaw)
            return flaw;
        if (under is not null && parent is null)
            return NoSuchCause(under, "under");
        if (parent?.Parent is { } above)
            return Reject($"{under} is a cause of {above} already, and causes of causes go no further. Ask {Code("pir why")} for more.", "under");
        if (bone is null)
            return Reject($"Say the category before a colon: {string.Join(", ", org.FishboneCategories)}.", "under");
        var said = text.Trim();
        if ((under is null ? Fishbone.In(bone) : Fishbone.Under(under)).FirstOrDefault(one => Alike(one.Text, said)) is { } same)
            return Unchange($"That cause is there already, as {same.Number}.");
        if (Fishbone.Shown.Count >= Fishbone.MostCauses)
            return Reject($"There are {Fishbone.MostCauses} causes already. Withdraw one: {Code($"fishbone {Name} drop 3")}.", "cause");
        var named = new FishboneCauseAdded(Fishbone.Next(under), bone, said, from);
        return mark == CauseMark.None ? Accept(named) : Accept(named, new FishboneCauseMarked(named.Number, said, mark, from));
    }

    /// <param name="seen">What whoever corrects it saw there; null: not said.</param>
    public Decision CorrectCause(string number, string text, Origin from, string? seen = null) =>
        TextFlaw(text, "text") is { } flaw ? flaw
        : Fishbone.Find(number) is not { } cause ? NoSuchCause(number, "cause")
        : Overtaken(seen, cause.Text, text, "text") is { } late ? late
        : cause.Text == text.Trim() ? Unchange($"Cause {number} says that already.")
        : Accept(new FishboneCauseCorrected(number, cause.Text, text.Trim(), from));

    public Decision WithdrawCause(string number, Origin from) =>
        CausesShut() is { } shut ? shut
        : Fishbone.Causes.Any(one => one.Number == number && one.Withdrawn) ? Unchange($"Cause {number} is already withdrawn.")
        : Fishbone.Find(number) is not { } cause ? NoSuchCause(number, "cause")
        : Accept(new FishboneCauseWithdrawn(number, cause.Text, from));

    public Decision MarkCause(string number, CauseMark mark, Origin from) =>
        CausesShut() is { } shut ? shut
        : Fishbone.Find(number) is not { } cause ? NoSuchCause(number, "cause")
        : cause.Mark == mark ? Unchange(mark switch
        {
            CauseMark.Root => (ChatText)$"Cause {number} is already called a root cause.",
            CauseMark.Contributing => $"Cause {number} is already called contributing.",
            _ => $"Cause {number} is not called anything.",
        })
        : Accept(new FishboneCauseMarked(number, cause.Text, mark, from));

    static bool Alike(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    Decision NoSuchCause(string number, string field) => Fishbone.Shown.Count == 0
        ? Reject($"There is no cause yet. Name the first: {Code($"fishbone {Name} technology: the disk was full")}.", field)
        : Reject($"{Name} has no cause {number}. {Code($"fishbone {Name}")} shows their numbers.", field);
}
