using System.Data.Common;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentBot.Rooms;

public static class RoomsSetup
{
    /// <summary>The room on the web: the bot's own chat platform, and the pages that show it.</summary>
    public static void AddRooms(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RoomPlatform>();
        services.AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<RoomPlatform>());
        services.AddSingleton<Sidebar>();
        services.AddSingleton<Listing>();
        services.AddSingleton<Drawer>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<Views>();
        services.AddSingleton<RoomPages>();
        services.AddSingleton<VisibleIncidents>();
        services.AddSingleton<Timelines>();
        services.AddSingleton<Causes>();
        services.AddSingleton<ReviewMeetings>();
        services.AddSingleton<MeetingPages>();
        services.AddSingleton<TimelinePages>();
        services.AddSingleton<ReadReviews>();
        services.AddSingleton<ReviewPages>();
        services.AddSingleton<ReviewExports>();
        services.AddSingleton<ReviewPosts>();
        services.AddSingleton<PicturePages>();
        services.AddSingleton<CausePages>();
        services.AddSingleton<CausePosts>();
        services.AddSingleton<CauseEvents>();
        services.AddSingleton<Figures>();
        services.AddSingleton<FigurePages>();
        services.AddSingleton<Talking>();
        services.AddSingleton<RoomPosts>();
        services.AddSingleton<RoomPieces>();
        services.AddSingleton<RoomEvents>();
        services.AddSingleton<WhoPages>();
        services.AddSingleton<LegalPages>();

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "incidentbot-page";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Token";
        });
        services.AddDataProtection().SetApplicationName("IncidentBot").PersistKeysToFileSystem(Keys(configuration));
        // The keys lie beside the database, under the same protection; saying so at every start helps nobody.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    public static void MapRooms(this IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup("").ExcludeFromDescription();
        site.MapGet("/assets/{tag}/{name}", Assets.Serve);
        site.MapGet("/privacy", (LegalPages legal) => legal.Privacy());
        site.MapGet("/terms", (LegalPages legal) => legal.Terms());

        var pages = site.MapGroup("").AddEndpointFilter<LocalOnly>();
        pages.MapGet("/", (RoomPages rooms, HttpContext http) => rooms.Home(http));
        pages.MapGet("/rooms/{id}", (string id, RoomPages rooms, HttpContext http) => rooms.Room(id, http));
        pages.MapGet("/incidents/{reference}", (string reference, RoomPages rooms, HttpContext http) =>
            rooms.Incident(reference, http));
        pages.MapGet("/incidents/{reference}/timeline", Timeline);
        pages.MapGet("/incidents/{reference}/timeline.{format}", Timeline);
        pages.MapGet("/incidents/{reference}/log.md", (string reference, TimelinePages timelines, HttpContext http) =>
            timelines.Log(reference, http));
        pages.MapGet("/incidents/{reference}/causes", (string reference, CausePages causes, HttpContext http) => causes.Show(reference, http));
        pages.MapGet("/incidents/{reference}/causes/events", WatchCauses).DisableRequestTimeout();
        pages.MapGet("/incidents/{reference}/review.ics", (string reference, MeetingPages meetings, HttpContext http) =>
            meetings.Show(reference, http));
        pages.MapGet("/incidents/{reference}/drawings/{name}.{format}",
            (string reference, string name, string format, PicturePages pictures, HttpContext http) =>
                pictures.Show(reference, name, format, http));
        pages.MapGet("/incidents/{reference}/pictures/{file}", (string reference, string file, TimelinePages timelines, HttpContext http) =>
            timelines.Picture(reference, file, http));
        pages.MapGet("/incidents/{reference}/review", (string reference, string? names, ReviewPages reviews, HttpContext http) =>
            reviews.Show(reference, names, http));
        pages.MapGet("/incidents/{reference}/review.{format}",
            (string reference, string format, string? names, ReviewExports exports, HttpContext http) =>
                exports.Show(reference, format, names, http));
        pages.MapGet("/figures", ShowFigures);
        pages.MapGet("/figures.{format}", ShowFigures);
        pages.MapGet("/figures/{until}/{line}.{format}", (string until, string line, string format, FigurePages figures, HttpContext http) =>
            figures.Picture(until, line, format, http));
        pages.MapGet("/who", (WhoPages who, HttpContext http) => who.Ask(http));
        pages.MapGet("/rooms/{id}/complete", (string id, string? typed, RoomPieces pieces, HttpContext http) =>
            pieces.Complete(id, typed ?? "", http));
        pages.MapGet("/people", (string? typed, RoomPieces pieces, HttpContext http) => pieces.People(typed ?? "", http));
        pages.MapGet("/rooms/{id}/events", Watch).DisableRequestTimeout();

        var posts = pages.MapGroup("").AddEndpointFilter<FromThisPage>();
        posts.MapPost("/who", (WhoPages who, HttpContext http) => who.Choose(http));
        posts.MapPost("/incidents/{reference}/causes", (string reference, CausePosts causes, HttpContext http) => causes.Do(reference, http));
        posts.MapPost("/incidents/{reference}/review", (string reference, ReviewPosts reviews, HttpContext http) => reviews.Do(reference, http));
        posts.MapPost("/incidents/{reference}/review/preview", (ReviewPages reviews, HttpContext http) => reviews.Preview(http));
        posts.MapPost("/rooms/{id}/say", (string id, RoomPosts rooms, HttpContext http) => rooms.Say(id, http))
            .WithMetadata(WithPicture.For(routes.ServiceProvider.GetRequiredService<ICurrentOrganisation>().Now)).DisableRequestTimeout();
        posts.MapPost("/rooms/{id}/do", (string id, RoomPosts rooms, HttpContext http) => rooms.Do(id, http));
    }

    static Task<IResult> Timeline(
        string reference, string? format, string? show, string? @public, string? words, int? page, string? all,
        TimelinePages timelines, HttpContext http) =>
        timelines.Show(reference, format, new(show, @public, words, page ?? 1, all == "yes"), http);

    static Task<IResult> ShowFigures(string? format, FigurePages figures, HttpContext http) =>
        figures.Show(FigureQuery.Of(http.Request.Query), format, http);

    /// <remarks>It ends when the bot is told to stop: an open page must not hold that up.</remarks>
    static IResult Watch(
        string id, long? after, string? about, RoomEvents events, Visitors visitors, IHostApplicationLifetime life,
        HttpContext http)
    {
        if (visitors.Of(http) is not { } me)
            return Results.NoContent();     // Tells the browser not to come back.
        if (long.TryParse(http.Request.Headers["Last-Event-ID"], out var last))
            after = last;
        return TypedResults.ServerSentEvents(events.Of(id, me, after ?? 0, about, Ends(life, http)));
    }

    /// <inheritdoc cref="Watch"/>
    static IResult WatchCauses(
        string reference, CauseEvents events, Visitors visitors, IHostApplicationLifetime life, HttpContext http) =>
        visitors.Of(http) is { } me ? TypedResults.ServerSentEvents(events.Of(reference, me, Ends(life, http))) : Results.NoContent();

    static CancellationToken Ends(IHostApplicationLifetime life, HttpContext http)
    {
        var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(ends);
        http.Response.Headers.CacheControl = "no-store";
        return ends.Token;
    }

    /// <summary>Where the keys of the cookies lie: in the folder of the database, or in "data".</summary>
    static DirectoryInfo Keys(IConfiguration configuration)
    {
        var sqlite = configuration["Database:Provider"]?.ToLowerInvariant() is null or "sqlite";
        var parts = new DbConnectionStringBuilder { ConnectionString = sqlite ? configuration["Database:ConnectionString"] : "" };
        var file = parts.TryGetValue("Data Source", out var said) ? $"{said}" : "data/incidentbot.db";
        return new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "keys"));
    }
}
