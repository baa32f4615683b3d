using IncidentBot.Settings;

namespace IncidentBot.Teams.Setup;

/// <summary><c>teams package [folder]</c> on the command line: writes what an administrator uploads to Teams.</summary>
public static class TeamsVerb
{
    public static bool Asked(string[] arguments) => arguments is ["teams", ..];

    /// <returns>
    /// The exit code: 0 when the packages are written, 1 when a setting or the folder is in the way, 2 when it isn't clear what to do.
    /// </returns>
    public static int Run(string[] arguments, IConfiguration configuration, TextWriter output)
    {
        if (arguments is not (["teams", "package"] or ["teams", "package", _]))
        {
            output.WriteLine("Say what to do: teams package [folder]");
            return 2;
        }
        var flaws = new Setting[] { TeamsKeys.AppId, BotSettings.PublicUrl }
            .Select(setting => setting.Flaw(configuration)).OfType<string>().ToList();
        if (flaws.Count == 0 && TeamsKeys.AppId.In(configuration) is null)
            flaws.Add("Teams:AppId is missing: set it to the application (client) id of the bot's registration.");
        foreach (var flaw in flaws)
            output.WriteLine(flaw);
        return flaws.Count > 0 ? 1 : Write(
            arguments is [_, _, var folder] ? folder : ".", TeamsKeys.AppId.In(configuration)!,
            BotSettings.PublicUrl.In(configuration) ?? ListenAddress.ForLinks(configuration), output);
    }

    static int Write(string folder, string appId, Uri site, TextWriter output)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var package in TeamsPackage.All)
            {
                var path = Path.Combine(folder, package.Name);
                File.WriteAllBytes(path, package.Zip(appId, site));
                output.WriteLine($"Wrote {path}");
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"{folder} can't be written: {failure.Message}");
            return 1;
        }
        output.WriteLine($"""

            Next:
            1. Azure Bot → Configuration: the messaging endpoint is {new Uri(site, "/api/messages")}; Channels: add Microsoft Teams.
            2. Teams admin center → Teams apps → Manage apps → Upload new app: {TeamsPackage.All[0].Name}.
               If the tenant refuses it, it doesn't know slash commands yet: take {TeamsPackage.All[1].Name}.
            3. Add the app to the team of the incidents, consent to what it asks for, and say there: @IncidentBot help
            """);
        if (site is not { Scheme: "https", IsLoopback: false })
            output.WriteLine($"Note: Teams can't reach {site}. Set PublicUrl to an https address that it can, and write the packages again.");
        return 0;
    }
}
