using IncidentBot.Drawing;
using IncidentBot.Jobs;
using IncidentBot.Mail;
using IncidentBot.Outlets;
using IncidentBot.Rooms;
using IncidentBot.Settings;
using IncidentBot.Slack;
using IncidentBot.Storage;
using IncidentBot.Teams;
using IncidentBot.Teams.Setup;
using IncidentBot.Trackers;
using IncidentBot.Web;
using IncidentBot.Web.Health;

if (CheckVerb.Asked(args))
    return CheckVerb.Run(args, Console.Out);
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.SetDefaults();
    if (args is [Checkup.Word])
        return await Checkup.Run(ListenAddress.ForLinks(builder.Configuration));

    if (TeamsVerb.Asked(args))
        return TeamsVerb.Run(args, builder.Configuration, Console.Out);

    if (args is [Doctor.Word])
        return await Doctor.Run(builder.Configuration, [.. builder.Configuration.SlackExaminers(), .. builder.Configuration.TeamsExaminers()], Console.Out);

    if (AuditVerb.Asked(args))
        return await AuditVerb.Run(args, builder.Configuration, Console.Out, CancellationToken.None);

    builder.Services.AddSettings(builder.Configuration);
    builder.Services.AddStorage();
    // Whom a message is for is told on the first of the platforms that knows them.
    builder.Services.AddSlack(builder.Configuration);
    builder.Services.AddTeams(builder.Configuration);
    builder.Services.AddRooms(builder.Configuration);
    builder.Services.AddDrawing();
    builder.Services.AddTrackers(builder.Configuration);
    builder.Services.AddOutlets(builder.Configuration);
    builder.Services.AddMail(builder.Configuration);
    builder.Services.AddJobs();
    builder.Services.AddWeb(builder.Configuration);

    await using var app = builder.Build();

    app.CheckSettings();
    await app.Services.OpenStorage(CancellationToken.None);

    app.MapWeb();
    app.MapRooms();
    app.MapSlack();
    app.MapTeams();
    app.MapJobs();

    await app.Open();
    return 0;
}
catch (Exception failure) when (Opening.Explain(failure) is { } lines)
{
    foreach (var line in lines)
        await Console.Error.WriteLineAsync(line);
    return 1;
}

/// <summary>The whole bot, as a test starts it.</summary>
public sealed partial class Program;
