using IncidentBot.Catalog;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentBot.Settings;

/// <summary><c>check organisation.yaml</c> on the command line, before a file is in force.</summary>
public static class CheckVerb
{
    public static bool Asked(string[] arguments) => arguments is ["check", ..];

    /// <returns>The exit code: 0 when the file is right, 1 when something is wrong with it, 2 without one.</returns>
    public static int Run(string[] arguments, TextWriter output)
    {
        if (arguments is not ["check", var file])
        {
            output.WriteLine("Say which file to check: check organisation.yaml");
            return 2;
        }
        try
        {
            if (!File.Exists(file))
                throw new StartRefusedException($"{file} doesn't exist; correct the path.");
            _ = new CurrentOrganisation(
                Path.GetFullPath(file), required: true, new Organisation(), TimeProvider.System,
                NullLogger<CurrentOrganisation>.Instance);
            output.WriteLine("ok");
            return 0;
        }
        catch (StartRefusedException refused)
        {
            foreach (var line in refused.Lines)
                output.WriteLine(line);
            return 1;
        }
    }
}
