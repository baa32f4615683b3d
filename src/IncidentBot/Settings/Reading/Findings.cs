namespace IncidentBot.Settings.Reading;

/// <summary>Everything that is wrong with a file, where, and what would be right.</summary>
internal sealed class Findings
{
    /// <summary>More than anybody corrects in one go.</summary>
    const int Most = 100;

    /// <summary>Far more than a file of 1 MB says without repeating itself by way of YAML's aliases.</summary>
    const int MostValues = 250_000;

    readonly List<Finding> all = [];
    int values;

    public bool Any => all.Count > 0;

    /// <summary>Nobody reads further: no more time is spent on saying what was probably meant.</summary>
    public bool Enough => all.Count > Most;

    public void Add(int line, int column, string sentence)
    {
        if (!Enough)
            all.Add(new(line, column, sentence));
    }

    public void Add(Node at, string sentence) => Add(at.Line, at.Column, sentence);

    /// <exception cref="FileTooLargeException">An alias of an alias of an alias grew beyond all measure.</exception>
    public void Count(int read)
    {
        if ((values += read) > MostValues)
            throw new FileTooLargeException();
    }

    /// <summary>In the order of the file, as a person reads it.</summary>
    public IReadOnlyList<string> Lines(string file)
    {
        var lines = all.OrderBy(one => one.Line).ThenBy(one => one.Column).Distinct().ToList();
        return
        [
            .. lines.Take(Most).Select(one => $"{file}, line {one.Line}, column {one.Column}: {one.Sentence}"),
            .. lines.Count > Most ? [$"{file}: and there is more; correct these first."] : Array.Empty<string>(),
        ];
    }

    sealed record Finding(int Line, int Column, string Sentence);
}

/// <summary>The file says more than the bot is willing to read.</summary>
internal sealed class FileTooLargeException : Exception;
