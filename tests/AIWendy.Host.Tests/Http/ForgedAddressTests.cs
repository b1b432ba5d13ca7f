using System.Net;
using AIWendy.Host.Configuration;
using AIWendy.Host.Http.Outbound;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AIWendy.Host.Tests.Http;

/// <summary>Everything by which a person could make the server call what he may not reach himself, as a cloud installation sees it.</summary>
public sealed class ForgedAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.0.0.1.:80/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0x0.0x0.0x1/")]
    [InlineData("http://0177.0.0.01/")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://１２７.０.０.１/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://0/")]
    [InlineData("http://0.0.0.0:5432/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://user:secret@api.example.com/")]
    [InlineData("http://api.example.com@127.0.0.1/")]
    [InlineData("http://api.example.com%40127.0.0.1/")]
    [InlineData("http://127.0.0.1#@api.example.com/")]
    [InlineData("http://127.0.0.1\\@api.example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://localhost/etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_INFO")]
    [InlineData("dict://127.0.0.1:11211/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("ldap://127.0.0.1/")]
    [InlineData("unix:///var/run/docker.sock")]
    [InlineData("jar:http://127.0.0.1!/")]
    [InlineData("data:text/html,x")]
    [InlineData("//127.0.0.1/")]
    public async Task It_is_refused(string address)
    {
        using OutboundHttp outbound = Create(allowPrivate: false, (host, _) => Task.FromResult(
            IPAddress.TryParse(host, out IPAddress? literal) ? [literal] : (IPAddress[])[IPAddress.Loopback]));
        using HttpClient client = outbound.CreateClient();
        Func<Task> enter = async () => await client.GetAsync(outbound.Validate(address));
        (await enter.Should().ThrowAsync<ProblemException>()).Which.Status.Should().Be(400);
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("localtest.me", "127.0.0.1")]
    [InlineData("127.0.0.1.nip.io", "127.0.0.1")]
    [InlineData("metadata.google.internal", "169.254.169.254")]
    [InlineData("one-good-one-bad.example", "8.8.8.8,10.0.0.7")]
    [InlineData("six.example", "::ffff:127.0.0.1")]
    public async Task A_name_is_judged_by_every_address_that_it_leads_to(string name, string addresses)
    {
        using OutboundHttp outbound = Create(allowPrivate: false, (_, _) => Task.FromResult<IPAddress[]>([.. addresses.Split(',').Select(IPAddress.Parse)]));
        using HttpClient client = outbound.CreateClient();
        Func<Task> call = () => client.GetAsync($"http://{name}/");
        (await call.Should().ThrowAsync<ProblemException>()).Which.Code.Should().Be("address_not_allowed");
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_between_check_and_call_gains_nothing()
    {
        await using WebApplication server = await StartAsync(app => app.MapGet("/", (HttpContext context) =>
        {
            context.Response.Headers.Connection = "close";
            return "reached";
        }));
        int port = new Uri(server.Urls.First()).Port;
        int looked = 0;

        // First an address that may be called here, then, for whoever would look again, one that never may.
        using OutboundHttp outbound = Create(allowPrivate: true, (_, _) =>
            Task.FromResult<IPAddress[]>([Interlocked.Increment(ref looked) == 1 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]));
        using HttpClient client = outbound.CreateClient();

        (await client.GetStringAsync($"http://rebind.example:{port}/")).Should().Be("reached");
        looked.Should().Be(1, "the connection goes to the very address that was checked");
        Func<Task> again = () => client.GetAsync($"http://rebind.example:{port}/");
        (await again.Should().ThrowAsync<ProblemException>()).Which.Code.Should().Be("address_not_allowed");
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_INFO")]
    [InlineData("//169.254.169.254/latest/")]
    public async Task A_redirect_is_judged_like_the_first_address(string target)
    {
        await using WebApplication server = await StartAsync(app =>
        {
            app.MapGet("/", () => "reached");
            app.MapGet("/redirect", (HttpContext context) =>
            {
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = string.Format(null, target, context.Connection.LocalPort);
            });
        });
        int port = new Uri(server.Urls.First()).Port;

        // The name is what a public server would be; it alone leads to the test's own server.
        using OutboundHttp outbound = new(
            new HostSettings { DataFolder = Path.GetTempPath(), AllowPrivateEndpoints = false },
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("HTTP_PROXY", (string?)$"http://127.0.0.1:{port}")]).Build(),
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        using HttpClient client = outbound.CreateClient();
        Func<Task> call = () => client.GetAsync("http://public.example/redirect");
        (await call.Should().ThrowAsync<ProblemException>()).Which.Code.Should().Be("address_not_allowed");
    }

    private static OutboundHttp Create(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        new(new HostSettings { DataFolder = Path.GetTempPath(), AllowPrivateEndpoints = allowPrivate }, new ConfigurationBuilder().Build(), resolve);

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}
