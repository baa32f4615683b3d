using System.Globalization;
using System.Text.Json;
using IncidentBot.Chat;

namespace IncidentBot.Exports;

/// <summary>A timeline as JSON, for programs; written piece by piece, however long it is.</summary>
public static class JsonTimeline
{
    public static IEnumerable<string> Draw(TimelineSheet sheet)
    {
        yield return $"{{\"reference\":{Text(sheet.Reference)},\"title\":{Text(sheet.Title)},\"heading\":{Text(sheet.Heading)},"
            + $"\"url\":{Text(sheet.Address.AbsoluteUri)},\"entries\":[";
        var first = true;
        foreach (var line in sheet.Lines)
        {
            yield return (first ? "\n" : ",\n") + Entry(line);
            first = false;
        }
        yield return "\n]";
        if (sheet.Whys is { } whys)
            yield return $",\n\"whys\":{{\"problem\":{Text(whys.Problem)},\"answers\":{Branches(whys.Branches)}}}";
        if (sheet.Fishbone is { } fishbone)
            yield return $",\n\"fishbone\":{{\"problem\":{Text(fishbone.Problem)},\"categories\":[{string.Join(',', fishbone.Bones.Select(bone =>
                $"{{\"name\":{Text(bone.Category)},\"causes\":{Twigs(bone.Causes)}}}"))}]}}";
        if (sheet.FaultTree is { } tree)
            yield return $",\n\"faultTree\":{{\"top\":{Fault(tree.Top)},\"findings\":[{string.Join(',', tree.Findings.Select(one => Text(PlainText.Of(one))))}]}}";
        yield return $",\n\"workstreams\":[{string.Join(',', sheet.Workstreams.Select(Workstream))}]";
        yield return $",\n\"tasks\":[{string.Join(',', sheet.Tasks.Select(Task))}]}}\n";
    }

    static string Entry(SheetLine line) =>
        $"{{\"number\":{line.Number.ToString(CultureInfo.InvariantCulture)},\"at\":{Time(line.At)},\"recordedAt\":{Time(line.RecordedAt)},"
        + $"\"about\":{Text($"{line.Strand}".ToLowerInvariant())},\"by\":{Text(line.By.Name)},\"where\":{Text(line.Surface)},"
        + $"\"visibility\":{Text(line.Public ? "public" : "internal")},\"text\":{Text(PlainText.Of(line.Text))}}}";

    static string Branches(IReadOnlyList<WhyBranch> branches) => $"[{string.Join(',', branches.Select(one =>
        $"{{\"number\":{Text(one.Number)},\"text\":{Text(one.Text)},\"rootCause\":{(one.IsRoot ? "true" : "false")},\"answers\":{Branches(one.Branches)}}}"))}]";

    static string Twigs(IReadOnlyList<FishboneTwig> causes) => $"[{string.Join(',', causes.Select(one =>
        $"{{\"number\":{Text(one.Number)},\"text\":{Text(one.Text)},\"mark\":{Text($"{one.Mark}".ToLowerInvariant())},\"causes\":{Twigs(one.Causes)}}}"))}]";

    static string Fault(FaultBranch one) =>
        $"{{\"number\":{Text(one.Number)},\"gate\":{Text(one.Word)},\"text\":{Text(one.Text)},"
        + $"\"probability\":{(one.Probability is { } said ? Text(said) : "null")},\"under\":[{string.Join(',', one.Branches.Select(Fault))}]}}";

    static string Task(TaskSheet one) =>
        $"{{\"number\":{one.Number.ToString(CultureInfo.InvariantCulture)},\"text\":{Text(one.Text)},\"followUp\":{(one.FollowUp ? "true" : "false")},"
        + $"\"state\":{Text(one.StateInWords)},\"owner\":{(one.Owner is { } who ? Text(who.Name) : "null")},\"due\":{(one.Due is { } due ? Time(due) : "null")}}}";

    static string Workstream(WorkstreamSheet one) =>
        $"{{\"number\":{one.Number.ToString(CultureInfo.InvariantCulture)},\"name\":{Text(one.Name)},\"lead\":{(one.Lead is { } lead ? Text(lead.Name) : "null")},"
        + $"\"state\":{Text(one.State)},\"every\":{(one.Every == "" ? "null" : Text(one.Every))},\"outcome\":{Text(one.Outcome)},"
        + $"\"report\":{(one.Report is { } last ? $"{{\"text\":{Text(last.Text)},\"by\":{Text(last.By.Name)},\"at\":{Time(last.At)}}}" : "null")}}}";

    static string Text(string text) => JsonSerializer.Serialize(text);

    static string Time(DateTimeOffset at) =>
        Text(at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
