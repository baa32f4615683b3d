using System.Collections.Concurrent;
using System.Text.Json;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.People;

/// <summary>The people of the workspace: who somebody in Slack is to the bot, and where in Slack somebody is.</summary>
public sealed class Colleagues(Profiles profiles, IPeople people, ICurrentOrganisation organisation, TimeProvider clock)
{
    static readonly TimeSpan UntilAskedAgain = TimeSpan.FromHours(1);

    /// <summary>Whom the bot has met lately, under which profile and which organisation's file.</summary>
    readonly ConcurrentDictionary<string, (Profile Profile, object Org, Colleague Colleague)> met = [];

    /// <summary>Addresses that nobody in Slack has, and since when that is known.</summary>
    readonly ConcurrentDictionary<string, DateTimeOffset> absent = [];

    public Task<Colleague> Of(string userId, CancellationToken ct) => Of(new Sender(userId, "", null), ct);

    /// <param name="by">As the request says it, which has to do where Slack doesn't say more.</param>
    public async Task<Colleague> Of(Sender by, CancellationToken ct)
    {
        if (await profiles.Of(by.Id, ct) is not { } profile)
            return await AsSaid(by, ct);
        if (met.TryGetValue(by.Id, out var before) && before.Profile == profile && before.Org == (object)organisation.Now)
            return before.Colleague;
        var person = await Meet(profile, ct);
        var org = organisation.Now;
        var colleague = new Colleague(profile.Id, person, ZoneOf(person, profile.Zone, org), profile.Standing);
        met[profile.Id] = (profile, org, colleague);
        return colleague;
    }

    /// <returns>Slack's id of their account; null: they have none.</returns>
    /// <exception cref="ChatUnavailableException">Slack can't be asked now.</exception>
    public async Task<string?> IdOf(Person person, CancellationToken ct)
    {
        var org = organisation.Now;
        if (org.SlackIdOf(person) is { } id)
            return id;
        if (org.FindMember(person.Id)?.Mail is not { } mail || IsAbsent(mail))
            return null;
        if (await profiles.By(mail, ct) is not { Standing: Standing.Member or Standing.Guest } found)
        {
            absent[mail] = clock.GetUtcNow();
            return null;
        }
        // From now on it is known whose account that is, also after a restart.
        await people.Meet(new(SlackIds.Platform, found.Id), found.Name, ct, mail);
        return found.Id;
    }

    /// <summary>Somebody came, or changed their profile.</summary>
    public void Learn(JsonElement user)
    {
        absent.Clear();
        profiles.Learn(user);
    }

    async Task<Colleague> AsSaid(Sender by, CancellationToken ct)
    {
        var account = new Account(SlackIds.Platform, by.Id);
        var person = organisation.Now.PersonOf(account, by.Name == "" ? by.Id : by.Name);
        // Only a name that Slack itself tells replaces one that is known.
        if (person.Id == $"{account}")
            person = await people.Find($"{account}", ct) ?? person;
        return new(by.Id, person, ZoneOf(person, "", organisation.Now), profiles.StandingOf(by));
    }

    Task<Person> Meet(Profile profile, CancellationToken ct) => profile.Standing is Standing.Member or Standing.Guest
        ? people.Meet(new(SlackIds.Platform, profile.Id), profile.Name, ct, profile.Mail)
        : Task.FromResult(organisation.Now.PersonOf(new(SlackIds.Platform, profile.Id), profile.Name));

    bool IsAbsent(string mail) => absent.TryGetValue(mail, out var since) && clock.GetUtcNow() - since < UntilAskedAgain;

    static TimeZoneInfo ZoneOf(Person person, string slacks, Organisation org) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(org.FindMember(person.Id)?.Zone ?? "", out var own) ? own
        : TimeZoneInfo.TryFindSystemTimeZoneById(slacks, out var zone) ? zone
        : TimeZoneInfo.Utc;
}
