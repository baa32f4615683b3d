using IncidentBot.Jobs;
using IncidentBot.Rooms;
using IncidentBot.Settings;
using IncidentBot.Storage;
using IncidentBot.Web;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSettings(builder.Configuration);
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddRooms(builder.Configuration);
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddWeb(builder.Configuration);

var app = builder.Build();

app.MapWeb();
app.MapRooms();

await app.RunAsync();
