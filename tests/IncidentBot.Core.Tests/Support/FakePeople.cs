using IncidentBot.Catalog;
using IncidentBot.Chat;

namespace IncidentBot.Support;

/// <summary>Everybody of the tests, found by id.</summary>
sealed class FakePeople : IPeople
{
    static readonly Person[] Known = [Some.Ada, Some.Grace, Some.Alan, Some.Mary];

    public Task<Person?> Find(string handle, CancellationToken ct) =>
        Task.FromResult(Known.FirstOrDefault(who => who.Id.Equals(handle, StringComparison.OrdinalIgnoreCase)));

    public Task<IReadOnlyList<Person>> Complete(string beginning, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Person>>(
            [.. Known.Where(who => who.Id.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).Take(limit)]);

    public Task<Person> Meet(Account account, string name, CancellationToken ct, string? mail = null) =>
        Task.FromResult(new Person($"{account}", name));
}
