using Dapper;
using IncidentBot.Catalog;
using IncidentBot.Chat;
using IncidentBot.Incidents;

namespace IncidentBot.Storage;

/// <summary>The open tasks of all incidents, so that a person's own are found without reading any facts.</summary>
public sealed class TaskIndex(Database database, ICurrentOrganisation organisation)
{
    /// <summary>Writes the difference, in the transaction of the facts that made it.</summary>
    public static async Task Write(Incident before, Incident after, Writing writing)
    {
        var (number, had, has) = ((long)after.Reference.Number, Open(before), Open(after));
        foreach (var (task, _) in had.Where(one => !has.ContainsKey(one.Key)))
            await writing.Execute("DELETE FROM tasks WHERE number = @number AND task = @task", new { number, task = (long)task });
        foreach (var (task, what) in has.Where(one => had.GetValueOrDefault(one.Key) != one.Value))
            await writing.Execute(
                """
                INSERT INTO tasks (number, task, owner, text, due_at, priority, follow_up)
                VALUES (@number, @task, @owner, @text, @due, @priority, @followUp)
                ON CONFLICT (number, task) DO UPDATE SET
                  owner = excluded.owner, text = excluded.text, due_at = excluded.due_at, priority = excluded.priority,
                  follow_up = excluded.follow_up
                """,
                new
                {
                    number,
                    task = (long)task,
                    owner = what.Owner?.Id ?? "",
                    text = Storable.Text(what.Text),
                    due = what.Due?.Stored(),
                    priority = what.Priority?.Name,
                    followUp = what.FollowUp ? 1L : 0L,
                });
    }

    public Task<IReadOnlyList<TaskRow>> Of(Person owner, int limit, CancellationToken ct) => database.Read(async connection =>
    {
        var org = organisation.Now;
        var values = new DynamicParameters(new { limit });
        var owners = Scopes.IdsOf(owner, org).Select((id, at) =>
        {
            values.Add($"owner{at}", id);
            return $"@owner{at}";
        }).ToArray();
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT t.number, i.title, t.task, t.text, t.due_at AS due, t.priority, t.follow_up AS followUp, t.owner
            FROM tasks t JOIN incidents i ON i.number = t.number
            WHERE t.owner IN ({string.Join(", ", owners)}) AND {Scopes.Visible(owner, org, values)}
            ORDER BY COALESCE(t.due_at, {long.MaxValue}), t.number, t.task LIMIT @limit
            """,
            values);
        return (IReadOnlyList<TaskRow>)[.. rows.Select(row => row.Read(org))];
    }, ct);

    /// <summary>What is overdue of incidents that everybody may read of, those due first; drills are no work.</summary>
    /// <returns>At most so many of them, and how many there are.</returns>
    public Task<(IReadOnlyList<OwnedTask> Tasks, int All)> Overdue(DateTimeOffset now, int limit, CancellationToken ct) => database.Read(async connection =>
    {
        var org = organisation.Now;
        var (due, values) = ("FROM tasks t JOIN incidents i ON i.number = t.number WHERE t.due_at < @now AND i.private = 0 AND i.drill = 0", new { now = now.Stored(), limit });
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT t.number, i.title, t.task, t.text, t.due_at AS due, t.priority, t.follow_up AS followUp, t.owner
            {due} ORDER BY t.due_at, t.number, t.task LIMIT @limit
            """,
            values);
        var names = (await connection.QueryAsync<(string Id, string Name)>("SELECT id, name FROM people WHERE id IN (SELECT owner FROM tasks)"))
            .ToDictionary(one => one.Id, one => one.Name);
        return (
            (IReadOnlyList<OwnedTask>)[.. rows.Select(row => new OwnedTask(row.Read(org), Owner(row.Owner, names, org)))],
            (int)await connection.QuerySingleAsync<long>($"SELECT count(*) {due}", values));
    }, ct);

    static Person? Owner(string id, Dictionary<string, string> names, Organisation org) =>
        id == "" ? null : org.FindMember(id)?.Person ?? new(id, names.GetValueOrDefault(id) ?? id);

    static Dictionary<int, TaskDetails> Open(Incident incident) => incident.OpenTasks.ToDictionary(task => task.Number, task => task.What);

    sealed record Row(long Number, string Title, long Task, string Text, long? Due, string? Priority, long FollowUp, string Owner)
    {
        public TaskRow Read(Organisation org) => new(
            new(org.Prefix, (int)Number), Title, (int)Task, Text, Due is { } due ? Instant.Read(due) : null, Priority, FollowUp == 1);
    }
}
