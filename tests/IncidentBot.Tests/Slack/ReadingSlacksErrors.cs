using IncidentBot.Slack.Calls;

namespace IncidentBot.Slack;

public class ReadingSlacksErrors
{
    static readonly IReadOnlySet<string>[] Classes =
        [ErrorCodes.Later, ErrorCodes.Configuration, ErrorCodes.DeadTarget, ErrorCodes.Never];

    public static TheoryData<string> Methods => [.. Method.All.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Each_code_of_a_method_is_in_exactly_one_class(string method) => Assert.All(
        Reference.Errors(method), code => Assert.True(Classes.Count(one => one.Contains(code)) == 1, code));

    [Fact]
    public void No_code_is_there_that_no_method_answers() => Assert.Empty(
        Classes.SelectMany(one => one).Except(Method.All.Keys.SelectMany(Reference.Errors)));

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_tier_is_the_one_of_the_documentation(string method) =>
        Assert.Equal(Reference.PerMinute(method) ?? 300, Method.All[method].PerMinute);

    [Theory]
    [InlineData("internal_error", Meaning.Later)]
    [InlineData("missing_scope", Meaning.Configuration)]
    [InlineData("token_revoked", Meaning.Configuration)]
    [InlineData("is_archived", Meaning.DeadTarget)]
    [InlineData("name_taken", Meaning.Never)]
    [InlineData("invented_yesterday", Meaning.Never)]
    public void A_code_means(string code, Meaning meaning) => Assert.Equal(meaning, ErrorCodes.Of(code));
}
