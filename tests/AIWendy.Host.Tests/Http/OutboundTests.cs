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

public sealed class OutboundTests
{
    private static OutboundHttp Create(bool allowPrivate) =>
        new(new HostSettings { DataFolder = Path.GetTempPath(), AllowPrivateEndpoints = allowPrivate }, new ConfigurationBuilder().Build());

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("::169.254.169.254")]
    [InlineData("::ffff:0:169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public void Metadata_and_link_local_addresses_are_never_called(string address) =>
        AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: true).Should().BeFalse();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("::1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.10")]
    [InlineData("100.64.0.1")]
    [InlineData("fd12::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    public void Private_addresses_depend_on_the_operator(string address)
    {
        AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: true).Should().BeTrue();
        AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: false).Should().BeFalse();
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void Public_addresses_are_called(string address) =>
        AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: false).Should().BeTrue();

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::1]:11434/")]
    public void Odd_forms_of_private_addresses_are_seen_through(string address)
    {
        using OutboundHttp outbound = Create(allowPrivate: false);
        outbound.Invoking(http => http.Validate(address)).Should().Throw<ProblemException>().Which.Code.Should().Be("address_not_allowed");
        using OutboundHttp local = Create(allowPrivate: true);
        local.Invoking(http => http.Validate(address)).Should().NotThrow();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("/v1")]
    [InlineData("ftp://example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@example.com/")]
    [InlineData("http://2852039166/latest/meta-data")]
    public void Addresses_that_can_never_work_are_refused_when_they_are_entered(string address)
    {
        using OutboundHttp outbound = Create(allowPrivate: true);
        outbound.Invoking(http => http.Validate(address)).Should().Throw<ProblemException>().Which.Status.Should().Be(400);
    }

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_is_refused_on_connecting()
    {
        using OutboundHttp outbound = Create(allowPrivate: false);
        using HttpClient client = outbound.CreateClient();
        Func<Task> call = () => client.GetAsync("http://localhost:1/");
        (await call.Should().ThrowAsync<ProblemException>()).Which.Code.Should().Be("address_not_allowed");
    }

    [Fact]
    public async Task Redirects_are_checked_again_and_carry_no_key_to_another_origin()
    {
        await using WebApplication other = await StartAsync(app => app.MapGet("/", (HttpRequest request) => $"key={request.Headers.Authorization}"));
        await using WebApplication first = await StartAsync(app =>
        {
            app.MapGet("/same", () => Results.Redirect("/end"));
            app.MapGet("/end", (HttpRequest request) => $"key={request.Headers.Authorization}");
            app.MapGet("/other", () => Results.Redirect(other.Urls.First() + "/"));
            app.MapPost("/post", () => Results.Redirect(other.Urls.First() + "/", permanent: false, preserveMethod: true));
            app.MapGet("/metadata", () => Results.Redirect("http://169.254.169.254/latest/"));
            app.MapGet("/file", () => Results.Redirect("file:///etc/passwd"));
            app.MapGet("/loop", () => Results.Redirect("/loop"));
        });
        using OutboundHttp outbound = Create(allowPrivate: true);
        using HttpClient client = outbound.CreateClient();
        client.BaseAddress = new Uri(first.Urls.First());
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer k");

        (await client.GetStringAsync("/same")).Should().Be("key=Bearer k");
        (await client.GetStringAsync("/other")).Should().Be("key=");
        await client.Invoking(http => http.GetAsync("/metadata")).Should().ThrowAsync<ProblemException>();
        await client.Invoking(http => http.GetAsync("/file")).Should().ThrowAsync<ProblemException>();
        await client.Invoking(http => http.GetAsync("/loop")).Should().ThrowAsync<HttpRequestException>();
        await client.Invoking(http => http.PostAsync("/post", new StringContent("my words"))).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public void The_proxy_of_the_environment_counts_except_for_this_machine()
    {
        Dictionary<string, string> environment = new() { ["HTTPS_PROXY"] = "proxy.corp:3128", ["NO_PROXY"] = ".internal, example.org" };
        OutboundProxy proxy = OutboundProxy.FromEnvironment(environment.GetValueOrDefault)!;
        proxy.IsBypassed(new Uri("https://api.example.com")).Should().BeFalse();
        proxy.GetProxy(new Uri("https://api.example.com"))!.Port.Should().Be(3128);
        proxy.IsBypassed(new Uri("http://api.example.com")).Should().BeTrue("there is no proxy for http");
        proxy.IsBypassed(new Uri("https://localhost")).Should().BeTrue();
        proxy.IsBypassed(new Uri("https://models.internal")).Should().BeTrue();
        proxy.IsBypassed(new Uri("https://example.org")).Should().BeTrue();
        OutboundProxy.FromEnvironment(_ => null).Should().BeNull();
    }

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
