using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Configuration;
using AIWendy.Host.Jobs;
using AIWendy.Host.Licences;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;

namespace AIWendy.Integration.Tests.Licences;

[Collection(PostgresCollection.Name)]
public sealed class LicenceServingTests(PostgresFixture postgres) : IDisposable
{
    private const string AllOpen = "200, 200, 200";
    private const string ReadOnly = "200, 402 licence_expired, 200";
    private const string Closed = "402 licence_required, 402 licence_required, 200";

    private readonly ECDsa issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => issuer.Dispose();

    [Fact]
    public async Task A_paid_feature_opens_with_a_licence_becomes_readable_after_it_and_the_core_never_changes()
    {
        ShiftedTime time = new();
        await using LicensedHost host = await LicensedHost.StartAsync(await postgres.CreateDatabaseAsync(), issuer, time: time);
        await ExpectAsync(host, Closed, "off unlicensed", "core");

        JsonElement installed = await host.InstallAsync(Issue(days: 100));
        installed.GetProperty("items")[0].GetProperty("state").GetString().Should().Be("active");
        installed.GetProperty("items")[0].GetProperty("development").GetBoolean().Should().BeTrue();
        await ExpectAsync(host, AllOpen, "on licensed", "active");

        time.Shift = TimeSpan.FromDays(80);
        await ExpectAsync(host, AllOpen, "on licensed", "expiring");
        time.Shift = TimeSpan.FromDays(110);
        await ExpectAsync(host, AllOpen, "on licensed", "grace");
        time.Shift = TimeSpan.FromDays(115);
        await ExpectAsync(host, ReadOnly, "off expired", "expired");
        using (HttpRequestMessage change = new(HttpMethod.Post, "/api/sample/paid"))
        {
            host.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
            using HttpResponseMessage refusal = await host.Client.SendAsync(change);
            (await refusal.Content.ReadAsStringAsync()).Should().Contain("你的数据仍可查看和导出");
            (await host.LicenceAsync()).GetProperty("reason").GetString().Should().Contain("可以查看和导出，不能更改");
            host.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        }

        await host.InstallAsync(Issue(days: 1000));
        await ExpectAsync(host, AllOpen, "on licensed", "active");
        foreach (JsonElement licence in (await host.GetAsync("/api/admin/licences")).GetProperty("items").EnumerateArray())
        {
            (await host.Client.DeleteAsync($"/api/admin/licences/{licence.GetProperty("id")}")).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        await ExpectAsync(host, Closed, "off unlicensed", "core");
        (await host.GetAsync("/api/admin/audit")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString())
            .Should().Equal("licence.remove", "licence.remove", "licence.install", "licence.install");
    }

    [Fact]
    public async Task A_licence_that_one_replica_installs_counts_on_the_other_and_in_production_its_key_does_not()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        await using (LicensedHost one = await LicensedHost.StartAsync(database, issuer))
        await using (LicensedHost other = await LicensedHost.StartAsync(database, issuer))
        {
            await one.InstallAsync(Issue(days: 100));
            await LicensedHost.ShouldComeAsync(async () => await other.PaidAsync() == AllOpen);

            // Taken back by a signed list, which a licence that was issued later does not share.
            await other.InstallAsync(TrustList.Sign(issuer, [], [], ["licence-100"]));
            await LicensedHost.ShouldComeAsync(async () => await one.PaidAsync() == ReadOnly);
            (await one.LicenceAsync()).GetProperty("state").GetString().Should().Be("revoked");
            await one.InstallAsync(Issue(days: 200));
            await LicensedHost.ShouldComeAsync(async () => await other.PaidAsync() == AllOpen);
        }

        await using LicensedHost production = await LicensedHost.StartAsync(database, issuer, environment: "Production");
        await ExpectAsync(production, Closed, "off unlicensed", "invalid");
        JsonElement refusal = await production.InstallAsync(Issue(days: 300));
        refusal.GetProperty("code").GetString().Should().Be("licence_invalid");
        refusal.GetProperty("detail").GetString().Should().Contain("not trusted");
    }

    [Fact]
    public async Task A_clock_that_is_set_back_is_noticed_revives_no_licence_and_locks_nothing()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        ShiftedTime time = new();
        await using LicensedHost host = await LicensedHost.StartAsync(database, issuer, time: time, licence: Issue(days: -20));
        await ExpectAsync(host, ReadOnly, "off expired", "expired");
        (await host.LicenceAsync()).GetProperty("id").ValueKind.Should().Be(JsonValueKind.Null, "it can not be removed here");

        foreach ((TimeSpan back, bool noticed) in new[] { (TimeSpan.FromHours(47), false), (TimeSpan.FromDays(365), true) })
        {
            time.Shift = -back;
            await using LicensedHost again = await LicensedHost.StartAsync(database, issuer, time: time, licence: Issue(days: -20));
            await ExpectAsync(again, ReadOnly, "off expired", "expired");
            JsonElement clock = (await again.GetAsync("/api/admin/licences")).GetProperty("clock");
            clock.GetProperty("rolledBack").GetBoolean().Should().Be(noticed);
            clock.GetProperty("now").GetDateTimeOffset().Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));

            // A licence that is valid counts whatever the clock says.
            await again.InstallAsync(Issue(days: 100));
            (await again.PaidAsync()).Should().Be(AllOpen);
            Guid id = (await again.GetAsync("/api/admin/licences")).GetProperty("items")[1].GetProperty("id").GetGuid();
            await again.Client.DeleteAsync($"/api/admin/licences/{id}");
        }
    }

    [Fact]
    public async Task A_job_of_a_feature_waits_until_the_feature_is_on()
    {
        await using LicensedHost host = await LicensedHost.StartAsync(await postgres.CreateDatabaseAsync(), issuer);
        using (CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId, UserId = WellKnown.GuestUserId, Role = Role.Member }))
        {
            await host.Service<IJobQueue>().EnqueueAsync("test.sample", "count-paid", "paid", CancellationToken.None);
            await host.Service<IJobQueue>().EnqueueAsync("test.sample", "count-once", "free", CancellationToken.None);
        }

        await LicensedHost.ShouldComeAsync(async () => (await SeenAsync(host)).Any(job => job.StartsWith("count-once", StringComparison.Ordinal)), seconds: 30);
        (await SeenAsync(host)).Should().NotContain(job => job.StartsWith("count-paid", StringComparison.Ordinal));

        await host.InstallAsync(Issue(days: 100));
        await LicensedHost.ShouldComeAsync(async () => (await SeenAsync(host)).Any(job => job.StartsWith("count-paid", StringComparison.Ordinal)), seconds: 30);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a licence")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_licence_is_refused_with_a_sentence(string token)
    {
        await using LicensedHost host = await LicensedHost.StartAsync(await postgres.CreateDatabaseAsync());

        JsonElement refusal = await host.InstallAsync(token);

        refusal.GetProperty("code").GetString().Should().Be("licence_invalid");
        refusal.GetProperty("detail").GetString().Should().EndWith(".");
        (await host.GetAsync("/api/admin/licences")).GetProperty("items").GetArrayLength().Should().Be(0);
    }

    // Three answers: reading, changing, exporting. The core's own endpoint never changes.
    private static async Task ExpectAsync(LicensedHost host, string paid, string feature, string licence)
    {
        (await host.PaidAsync()).Should().Be(paid);
        (await host.AskAsync(HttpMethod.Get, "on")).Should().Be("200");
        (await host.FeatureAsync()).Should().Be(feature);
        JsonElement platform = await host.GetAsync("/api/platform");
        platform.GetProperty("licence").GetProperty("state").GetString().Should().Be(licence);
        platform.GetProperty("features").GetProperty("sample.paid").GetBoolean().Should().Be(paid != Closed, "what can be opened is in the navigation");
        platform.GetProperty("features").GetProperty("sample.on").GetBoolean().Should().BeTrue();
    }

    private static async Task<string[]> SeenAsync(LicensedHost host) =>
        [.. (await host.GetAsync("/api/sample/state")).GetProperty("seen").EnumerateArray().Select(item => item.GetString()!)];

    private string Issue(int days)
    {
        LicenceClaims claims = new()
        {
            Id = $"licence-{days}",
            Licensee = "Example Ltd",
            Edition = "cloud",
            Entitlements = ["sample-pro"],
            Expires = DateTimeOffset.UtcNow.AddDays(days),
        };
        return LicenceVerifier.Issue(claims, issuer, DateTimeOffset.UtcNow);
    }
}
