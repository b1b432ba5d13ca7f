using System.Diagnostics;
using System.Net;
using System.Text.Json;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Http.Limits;
using AIWendy.Integration.Tests.Data;
using AIWendy.Integration.Tests.Plugins.Installation;
using Npgsql;

namespace AIWendy.Integration.Tests.Security;

[Collection(PostgresCollection.Name)]
public sealed class RateLimitTests(PostgresFixture postgres)
{
    private const int Limit = 20;

    [Fact]
    public async Task Two_replicas_under_load_allow_as_many_as_the_limit_says_and_not_one_more()
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        using SamplePlugins plugins = new();
        await using WholeHost first = await WholeHost.StartAsync(database, ("RATE_LIMIT_ENABLED", "1"), plugins.Setting);
        await using WholeHost second = await WholeHost.StartAsync(database, ("RATE_LIMIT_ENABLED", "1"), plugins.Setting);
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 4 * Limit)
            .Select(number => (number % 2 == 0 ? first : second).Client.GetAsync("/api/sample/limited")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).Should().Be(Limit);
        answers.Where(answer => answer.StatusCode != HttpStatusCode.OK).Select(answer => answer.StatusCode).Distinct()
            .Should().Equal(HttpStatusCode.TooManyRequests);
        answers.Where(answer => answer.IsSuccessStatusCode).Select(answer => int.Parse(Header(answer, "RateLimit-Remaining")!, null))
            .Should().BeEquivalentTo(Enumerable.Range(0, Limit), "each permit is handed out once");

        using HttpResponseMessage refused = await second.Client.GetAsync("/api/sample/limited");
        JsonElement problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("code").GetString().Should().Be("too_many_requests");
        problem.GetProperty("detail").GetString().Should().Contain("20 times per hour");
        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.FromMinutes(58)).And.BeLessThan(TimeSpan.FromMinutes(61));
        Header(refused, "RateLimit-Limit").Should().Be("20");
        Header(refused, "RateLimit-Policy").Should().Be("20;w=3600;name=\"sample.limited\"");

        foreach (WholeHost host in (WholeHost[])[first, second])
        {
            JsonElement meter = (await host.GetAsync("/api/limits")).GetProperty("items").EnumerateArray().Single();
            meter.GetProperty("policy").GetString().Should().Be("sample.limited");
            meter.GetProperty("used").GetInt32().Should().Be(Limit);
            meter.GetProperty("remaining").GetInt32().Should().Be(0);
        }
    }

    [Fact]
    public async Task An_installation_of_ones_own_limits_nothing_unless_it_is_told_to()
    {
        using SamplePlugins plugins = new();
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync(), plugins.Setting);
        for (int call = 0; call < Limit + 5; call++)
        {
            using HttpResponseMessage answer = await host.Client.GetAsync("/api/sample/limited");
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            Header(answer, "RateLimit-Limit").Should().BeNull();
        }

        (await host.GetAsync("/api/limits")).GetProperty("enabled").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task No_window_wherever_it_begins_holds_more_than_the_limit()
    {
        const int Permits = 12;
        TimeSpan window = TimeSpan.FromMilliseconds(500);
        HostSettings settings = await postgres.CreateDatabaseAsync();
        await using HostDatabase one = await postgres.StartDatabaseAsync(settings);
        await using HostDatabase other = await postgres.StartDatabaseAsync(settings);
        Guid key = Guid.NewGuid();
        List<(long Sent, long Answered)> allowed = [];
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async worker =>
        {
            RateLimitStore store = new(worker % 2 == 0 ? one : other);
            while (watch.Elapsed < 4 * window)
            {
                long sent = Stopwatch.GetTimestamp();
                if ((await store.TakeAsync(key, Permits, window, take: true, CancellationToken.None)).Allowed)
                {
                    lock (allowed)
                    {
                        allowed.Add((sent, Stopwatch.GetTimestamp()));
                    }
                }
            }
        }));

        allowed.Count.Should().BeGreaterThan(2 * Permits, "permits come back as the window slides").And.BeLessThanOrEqualTo(5 * Permits);

        // The decision fell between sending and answer, so of any thirteen the first was sent a window before the last was answered.
        long[] sent = [.. allowed.Select(call => call.Sent).Order()];
        long[] answered = [.. allowed.Select(call => call.Answered).Order()];
        for (int i = 0; i + Permits < allowed.Count; i++)
        {
            Stopwatch.GetElapsedTime(sent[i], answered[i + Permits]).Should().BeGreaterThanOrEqualTo(window);
        }
    }

    [Fact]
    public async Task Addresses_are_counted_apart_and_looking_takes_nothing()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        RateLimitStore store = new(database);
        RateLimitPolicy policy = new("test", TimeSpan.FromMinutes(1), 2, 2, PerAddress: true);
        Host.Calls.CallState nobody = new() { TenantId = Sdk.WellKnown.DefaultTenantId };
        Guid Key(string address) => RateLimiter.KeyOf(policy, nobody, IPAddress.Parse(address));

        Key("::ffff:192.0.2.1").Should().Be(Key("192.0.2.1"));
        Key("2001:db8::1").Should().Be(Key("2001:db8::ffff"), "one customer has a whole /64").And.NotBe(Key("2001:db8:0:1::1"));
        Key("192.0.2.1").Should().NotBe(Key("192.0.2.2"));
        foreach (bool expected in (bool[])[true, true, false])
        {
            (await store.TakeAsync(Key("192.0.2.1"), 2, policy.Window, take: false, CancellationToken.None)).Allowed.Should().Be(expected);
            (await store.TakeAsync(Key("192.0.2.1"), 2, policy.Window, take: true, CancellationToken.None)).Allowed.Should().Be(expected);
        }

        (await store.TakeAsync(Key("192.0.2.2"), 2, policy.Window, take: true, CancellationToken.None)).Allowed.Should().BeTrue();
    }

    [Fact]
    public async Task What_no_longer_counts_is_deleted()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        RateLimitStore store = new(database);
        await store.TakeAsync(Guid.NewGuid(), 5, TimeSpan.FromMilliseconds(1), take: true, CancellationToken.None);
        await store.TakeAsync(Guid.NewGuid(), 5, TimeSpan.FromHours(1), take: true, CancellationToken.None);
        await Host.Tests.Eventually.Async(async () => await store.ClearAsync(CancellationToken.None) == 1);
        await using NpgsqlCommand count = database.Application.CreateCommand("select count(*) from aiwendy.rate_limits");
        (await count.ExecuteScalarAsync()).Should().Be(1L);
    }

    [Fact]
    public async Task A_check_costs_hardly_more_than_asking_the_database_anything()
    {
        const int Calls = 300;
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        RateLimitStore store = new(database);
        Guid key = Guid.NewGuid();
        List<double> checks = [], nothings = [];
        for (int i = 0; i < Calls; i++)
        {
            // In turn, so that what else the machine does meets both.
            checks.Add(await TimeAsync(() => store.TakeAsync(key, 1_000_000, TimeSpan.FromHours(1), take: true, CancellationToken.None)));
            nothings.Add(await TimeAsync(async () =>
            {
                await using NpgsqlCommand command = database.Application.CreateCommand("select 1");
                await command.ExecuteScalarAsync();
            }));
        }

        double check = checks.Order().ElementAt(Calls / 2);
        double nothing = nothings.Order().ElementAt(Calls / 2);
        Console.WriteLine(FormattableString.Invariant($"A rate limit check takes {check:0.000} ms at the median, an empty query {nothing:0.000} ms."));
        (check / nothing).Should().BeLessThan(12, "it is one round trip; {0:0.000} ms against {1:0.000} ms", check, nothing);

        static async Task<double> TimeAsync(Func<Task> call)
        {
            long started = Stopwatch.GetTimestamp();
            await call();
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
