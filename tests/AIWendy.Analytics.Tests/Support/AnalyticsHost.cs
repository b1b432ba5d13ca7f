using AIWendy.Accounts.Tests.Serving;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AIWendy.Analytics.Tests.Support;

/// <summary>The whole host in cloud mode with a provider on this machine, and a licence for the feature.</summary>
public sealed class AnalyticsHost : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();
    private readonly DevelopmentLicence licence = new();

    internal AccountsHost Host { get; private set; } = null!;

    internal CaptureEndpoint Endpoint { get; private set; } = null!;

    internal ShiftedTime Time { get; } = new();

    internal T Service<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        Endpoint = await CaptureEndpoint.StartAsync();
        Host = await AccountsHost.StartAsync(
            postgres,
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Time);
                DevelopmentLicence.Allow(builder);
            },
            ("AIWENDY_LICENCE_KEYS", licence.KeysFolder),
            ("AIWENDY_LICENCE", licence.Issue("analytics")),
            ("DEPLOYMENT_MODE", "cloud"),
            ("AIWENDY_REGISTRATION", "open"),
            ("AIWENDY_ALLOW_PRIVATE_ENDPOINTS", "1"),
            ("ANALYTICS_PROVIDER", "posthog"),
            ("POSTHOG_API_KEY", "phc_test"),
            ("POSTHOG_HOST", Endpoint.Address.ToString()));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        licence.Dispose();
        await Endpoint.DisposeAsync();
        await postgres.DisposeAsync();
    }

    /// <summary>Runs the delivery now, beside the schedule, which goes on by itself as on another node.</summary>
    internal Task DeliverAsync() => DeliverAsync(Host);

    internal static async Task DeliverAsync(AccountsHost host)
    {
        PluginInstance plugin = host.Services.GetRequiredService<ActivePlugins>().Current.ById["aiwendy.analytics"];
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        await using AsyncServiceScope scope = plugin.Services.CreateAsyncScope();
        IPluginJob job = (IPluginJob)scope.ServiceProvider.GetRequiredService(plugin.Contributions.Jobs["deliver"].Job);
        await job.ExecuteAsync(new JobContext("deliver", "test", null, DateTimeOffset.UtcNow), CancellationToken.None);
    }

    /// <summary>Lets time pass and delivers until nothing waits any more.</summary>
    internal Task FlushAsync() => Until(
        async () =>
        {
            Time.Advance(TimeSpan.FromMinutes(10));
            await DeliverAsync();
            return await CountAsync("outbox") == 0;
        },
        "nothing waits any more");

    /// <summary>Rows of a table of the plugin, of all tenants.</summary>
    internal Task<long> CountAsync(string table) => CountAsync(Host, table);

    internal static async Task<long> CountAsync(AccountsHost host, string table)
    {
        await using NpgsqlConnection connection = await host.Services.GetRequiredService<IHostDatabase>().Owner.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using NpgsqlCommand tenant = new("select set_config('app.tenant_id', $1, true)", connection, transaction);
        tenant.Parameters.Add(new NpgsqlParameter<string> { TypedValue = WellKnown.DefaultTenantId.ToString() });
        await tenant.ExecuteNonQueryAsync();
        await using NpgsqlCommand count = new($"select count(*) from analytics.{table}", connection, transaction);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    internal static async Task Until(Func<Task<bool>> isDone, string why)
    {
        DateTime deadline = DateTime.UtcNow.AddSeconds(30);
        while (!await isDone())
        {
            DateTime.UtcNow.Should().BeBefore(deadline, why);
            await Task.Delay(25);
        }
    }
}

[CollectionDefinition(Name)]
public sealed class AnalyticsCollection : ICollectionFixture<AnalyticsHost>
{
    public const string Name = "Analytics";
}

/// <summary>The clock of this machine, moved on when a test asks for it.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Volatile.Read(ref ticks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
