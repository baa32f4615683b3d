using System.Text.Json;
using IncidentBot.Chat;
using static IncidentBot.Support.Some;

namespace IncidentBot.Tests.Chat;

public class WritingChatText
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    static readonly ChatText OneOfEach =
        $"{Ada} moved {3} things to {OwnRoom} at {Moment}, see {new ChatText.Link("here", new("https://example.org/a"))} or {new ChatText.Code("help")}";

    [Fact]
    public void Keeps_people_rooms_and_moments_typed() => Assert.Equal(
        [
            new ChatText.Mention(Ada),
            new ChatText.Words(" moved 3 things to "),
            new ChatText.RoomLink(OwnRoom),
            new ChatText.Words(" at "),
            new ChatText.Moment(Moment),
            new ChatText.Words(", see "),
            new ChatText.Link("here", new("https://example.org/a")),
            new ChatText.Words(" or "),
            new ChatText.Code("help"),
        ],
        OneOfEach.Parts);

    [Fact]
    public void Survives_being_stored() =>
        Assert.Equal(OneOfEach, JsonSerializer.Deserialize<ChatText>(JsonSerializer.Serialize(OneOfEach, Json), Json));

    [Fact]
    public void Makes_texts_equal_that_read_alike()
    {
        ChatText one = $"to {"Ada"}{""}, now";
        ChatText other = $"to Ada, {"now"}";

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, (ChatText)$"to {Ada}, now");
    }

    [Fact]
    public void Says_that_there_is_nobody_and_that_it_never_was() =>
        Assert.Equal("nobody, never, ", ((ChatText)$"{(Person?)null}, {(DateTimeOffset?)null}, {(string?)null}").ToString());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void Shows_a_link_to_anything_but_the_web_as_its_label(string address)
    {
        ChatText typed = $"see {new ChatText.Link("this", new(address))}";
        var stored = new ChatText([new ChatText.Link("this", new(address))]);

        Assert.Equal((ChatText)$"see this", typed);
        Assert.Equal((ChatText)$"this", stored);
    }

    [Theory]
    [InlineData("http://example.org/")]
    [InlineData("https://example.org/")]
    public void Keeps_a_link_to_the_web(string address) =>
        Assert.IsType<ChatText.Link>(((ChatText)$"{new ChatText.Link("x", new(address))}").Parts.Single());

    [Fact]
    public void Joins_lines_with_something_between_them() =>
        Assert.Equal("Ada, Grace", ChatText.Join(", ", [$"{Ada}", $"{Grace}"]).ToString());

    [Fact]
    public void Joins_nothing_to_nothing() => Assert.Equal(ChatText.Empty, ChatText.Join(", ", []));
}
