using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Web;

public sealed class StartingUp
{
    [Fact]
    public async Task where_another_program_listens_ends_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        await using var app = builder.Build();

        var failure = await Assert.ThrowsAnyAsync<IOException>(() => app.StartAsync());

        Assert.Contains("another program listens there", string.Join(' ', Opening.Explain(failure)!), StringComparison.Ordinal);
    }

    [Fact]
    public void as_it_is_set_up_wrongly_ends_with_the_lines_that_say_so() =>
        Assert.Equal(["Incidents:Prefix is wrong.", "Use letters."],
            Opening.Explain(new StartRefusedException("Incidents:Prefix is wrong.", "Use letters.")));

    [Fact]
    public void with_a_defect_keeps_its_stack_trace() => Assert.Null(Opening.Explain(new InvalidOperationException("bug")));

    [Theory]
    [InlineData("http://localhost:3978", null, "localhost;127.0.0.1;[::1]")]
    [InlineData("http://127.0.0.1:1;http://[::1]:1", "https://bot.example.org", "localhost;127.0.0.1;[::1];bot.example.org")]
    [InlineData("http://0.0.0.0:3978", null, "*")]
    [InlineData("http://localhost:1;http://*:2", null, "*")]
    public void on_this_machine_only_answers_to_its_own_names_only(string urls, string? publicUrl, string hosts) =>
        Assert.Equal(hosts, Opening.AllowedHosts(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Urls", urls), new("PublicUrl", publicUrl)]).Build()));
}
