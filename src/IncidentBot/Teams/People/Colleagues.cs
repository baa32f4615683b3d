using System.Collections.Concurrent;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Commands;
using IncidentBot.Teams.Outgoing;
using IncidentBot.Teams.Wire;

namespace IncidentBot.Teams.People;

/// <summary>The people of the tenant: who somebody in Teams is to the bot.</summary>
public sealed class Colleagues(Profiles profiles, IPeople people, ICurrentOrganisation organisation, DirectMessages direct)
{
    /// <summary>Whom the bot has met lately, under which profile and which organisation's file.</summary>
    readonly ConcurrentDictionary<string, (Profile Profile, object Org, Person Person)> met = [];

    /// <summary>By whom, the conversation of theirs that is noted already.</summary>
    readonly ConcurrentDictionary<string, string> noted = [];

    /// <summary>Whoever did something.</summary>
    public async Task<Colleague> Of(Activity about)
    {
        var colleague = await Of(about.By, about);
        var alone = about.In.Kind == PlaceKind.Personal ? about.In.Conversation : null;
        if (colleague.IsWelcome && noted.GetValueOrDefault(about.By.Id) is var before && (before is null || (alone is not null && before != alone)))
        {
            await direct.Met(colleague.Id, about.By.Id, alone, default);
            noted[about.By.Id] = alone ?? "";
        }
        return colleague;
    }

    /// <param name="who">As the activity says it, which has to do where Teams doesn't say more.</param>
    public async Task<Colleague> Of(Sender who, Activity about)
    {
        if (who.IsBot || who.Id == about.Bot)
            return new(who.Id, new($"{TeamsIds.Platform}:{who.Id}", who.Name), TimeZoneInfo.Utc, Standing.Bot);
        var profile = await profiles.Of(who, about.In.Conversation);
        var (person, standing) = profile is null ? (await AsSaid(who), Standing.Member) : (await Met(who, profile), profile.Standing);
        return new(profile?.Id ?? who.ObjectId ?? who.Id, person, ZoneOf(person, about.Zone), standing);
    }

    async Task<Person> Met(Sender who, Profile profile)
    {
        var org = organisation.Now;
        if (met.TryGetValue(who.Id, out var before) && before.Profile == profile && before.Org == (object)org)
            return before.Person;
        var account = new Account(TeamsIds.Platform, profile.Id);
        var person = profile.Standing is Standing.Member or Standing.Guest
            ? await people.Meet(account, profile.Name == "" ? profile.Id : profile.Name, default, profile.Mail)
            : org.PersonOf(account, profile.Name);
        met[who.Id] = (profile, organisation.Now, person);
        return person;
    }

    async Task<Person> AsSaid(Sender who)
    {
        var account = new Account(TeamsIds.Platform, who.ObjectId ?? who.Id);
        var name = Clean.OneLine(Clean.Text(who.Name));
        var person = organisation.Now.PersonOf(account, name == "" ? account.Id : name);
        // Only a name that Teams itself tells replaces one that is known.
        return person.Id != $"{account}" ? person
            : await people.Find($"{account}", default) ?? (name == "" ? person : await people.Meet(account, name, default));
    }

    TimeZoneInfo ZoneOf(Person person, string said) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(organisation.Now.FindMember(person.Id)?.Zone ?? "", out var own) ? own
        : TimeZoneInfo.TryFindSystemTimeZoneById(said, out var zone) ? zone
        : TimeZoneInfo.Utc;
}
