namespace IncidentBot.Settings;

/// <summary><c>doctor</c> on the command line: looks at everything the bot needs, and says how to mend what is wrong.</summary>
public static class Doctor
{
    public const string Word = "doctor";

    /// <param name="examiners">What is switched on, each examined by whoever knows it.</param>
    /// <returns>The exit code: 0 when all is well.</returns>
    public static async Task<int> Run(IConfiguration configuration, IEnumerable<IExaminer> examiners, TextWriter output)
    {
        var ill = 0;
        foreach (var examiner in examiners.Prepend(new SettingsExaminer(configuration)))
            foreach (var found in await examiner.Examine(CancellationToken.None))
            {
                await output.WriteLineAsync($"{(found.Well ? "ok  " : "FIX ")} {found.What}");
                ill += found.Well ? 0 : 1;
            }
        await output.WriteLineAsync(ill switch
        {
            0 => "All is well.",
            1 => "One thing needs mending.",
            _ => $"{ill} things need mending.",
        });
        return ill == 0 ? 0 : 1;
    }

    /// <summary>The settings and the organisation's file.</summary>
    sealed class SettingsExaminer(IConfiguration configuration) : IExaminer
    {
        public Task<IReadOnlyList<Diagnosis>> Examine(CancellationToken ct) => Task.FromResult(Look());

        IReadOnlyList<Diagnosis> Look()
        {
            try
            {
                BotSettings.Check(configuration);
                return
                [
                    new(true, "The settings are right."),
                    .. BotSettings.Unknown(configuration).Select(unknown => new Diagnosis(false, unknown)),
                    .. File.Exists(BotSettings.OrganisationFile.In(configuration)) ? OrganisationFile() : [],
                ];
            }
            catch (StartRefusedException refused)
            {
                return [.. refused.Lines.Select(line => new Diagnosis(false, line))];
            }
        }

        IReadOnlyList<Diagnosis> OrganisationFile()
        {
            var (file, lines) = (BotSettings.OrganisationFile.In(configuration)!, new StringWriter());
            return CheckVerb.Run(["check", file], lines) == 0
                ? [new(true, $"{file} is right.")]
                : [.. lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Diagnosis(false, line.Trim()))];
        }
    }
}

/// <summary>Examines one thing the bot leans on.</summary>
public interface IExaminer
{
    Task<IReadOnlyList<Diagnosis>> Examine(CancellationToken ct);
}

/// <param name="What">What was seen and, where it isn't well, how to mend it.</param>
public sealed record Diagnosis(bool Well, string What);
