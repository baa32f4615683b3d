using System.Globalization;
using IncidentBot.Chat;
using IncidentBot.Slack.People;
using IncidentBot.Slack.Wire;

namespace IncidentBot.Slack.Asked;

/// <summary>Makes of what Slack sent what the desk understands: who it is, where they are, what they mean.</summary>
public sealed class Understanding(Colleagues colleagues, Speech speech, KnownRooms rooms, TimeProvider clock)
{
    public Task<Colleague> Who(Sender by) => colleagues.Of(by, default);

    public async Task<Invocation> Of(Question question, Colleague who)
    {
        var room = question.In is { } channel ? await rooms.Of(channel) : await rooms.With(who.Id);
        var line = question.IsTyped ? await speech.Line(question.Line, default) : question.Line;
        return new(question.Once, line, who.Person, room, At(question))
        {
            Answers = question.Answers is { } answers ? await Read(answers, who) : null,
            Quoted = question.Quoted,
            Under = question.Thread is { } thread ? new(room, thread) : null,
            Zone = who.Zone,
        };
    }

    /// <summary>Nobody asks from the future.</summary>
    DateTimeOffset At(Question question) =>
        clock.GetUtcNow() is var now && question.At is { } said && said < now ? said : now;

    async Task<IReadOnlyDictionary<string, string>> Read(IReadOnlyDictionary<string, Answer> answers, Colleague who)
    {
        var read = new Dictionary<string, string>();
        foreach (var (name, answer) in answers)
            read[name] = string.Join('\n', await Task.WhenAll(answer.Values.Select(value => Read(answer.Kind, value, who))));
        return read;
    }

    async Task<string> Read(AnswerKind kind, string value, Colleague who) => kind switch
    {
        AnswerKind.People => (await colleagues.Of(value, default)) is { IsWelcome: true } chosen ? chosen.Person.Id : value,
        AnswerKind.Moment => Moment(value, who.Zone),
        _ => value,
    };

    /// <summary>Unix seconds become RFC 3339; what is no time is told so where answers are checked.</summary>
    static string Moment(string seconds, TimeZoneInfo zone) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at < DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeSeconds()
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(at), zone)
                .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : seconds;
}
