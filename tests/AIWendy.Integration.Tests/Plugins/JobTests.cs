using System.Diagnostics;
using System.Text.Json;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Hosting;
using AIWendy.Host.Jobs;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AIWendy.Integration.Tests.Plugins;

[Collection(PostgresCollection.Name)]
public sealed class JobTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_scheduled_job_fires_in_the_default_tenant()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await StartAsync();

        string last = await WaitForJobAsync(host, job => job.StartsWith("count ", StringComparison.Ordinal));

        last.Should().Be($"count  {WellKnown.DefaultTenantId}");
        host.Service<PluginMetrics>().Of("test.sample")!.Jobs.Should().BePositive();
        await StopJobsAsync(host);
    }

    [Fact]
    public async Task An_enqueued_job_runs_for_the_tenant_that_asked_and_outlives_its_plugin_being_away()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await StartAsync();
        Guid tenant = Guid.CreateVersion7();
        await host.Runtime.DisableAsync("test.sample", CancellationToken.None);
        using (CallContext.Enter(new CallState { TenantId = tenant, UserId = Guid.CreateVersion7(), Role = Role.Member }))
        {
            await host.Service<IJobQueue>().EnqueueAsync("test.sample", "count-once", "argument", CancellationToken.None);
        }

        await Task.Delay(500);
        await host.Runtime.EnableAsync("test.sample", CancellationToken.None);

        (await WaitForJobAsync(host, job => job.StartsWith("count-once", StringComparison.Ordinal))).Should().Be($"count-once argument {tenant}");
        await StopJobsAsync(host);
    }

    [Fact]
    public async Task A_job_is_readable_in_the_database_and_holds_no_type_of_a_plugin()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await StartAsync();
        await using NpgsqlCommand command = host.Service<IHostDatabase>().Owner.CreateCommand(
            "select job_class_name || ' ' || convert_from(job_data, 'utf8') from quartz.qrtz_job_details where job_name = 'count'");

        string stored = (string)(await command.ExecuteScalarAsync())!;

        stored.Should().StartWith("AIWendy.Host.Jobs.DispatchJob, AIWendy.Host").And.EndWith("""{"plugin":"test.sample","name":"count"}""");
        await StopJobsAsync(host);
    }

    private static Task StopJobsAsync(PluginHost host) => host.Service<JobScheduler>().StopAsync(CancellationToken.None);

    private static async Task<string> WaitForJobAsync(PluginHost host, Func<string, bool> isWanted)
    {
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20))
        {
            JsonElement state = JsonDocument.Parse(await host.Client.GetStringAsync("/api/sample/state")).RootElement;
            if (state.GetProperty("seen").EnumerateArray().Select(job => job.GetString()!).FirstOrDefault(isWanted) is { } found)
            {
                return found;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException("The job did not run.");
    }

    private async Task<PluginHost> StartAsync()
    {
        PluginHost host = await PluginHost.StartAsync(postgres, folders, services: services =>
        {
            services.AddSingleton(new JobLimits { Postponement = TimeSpan.FromMilliseconds(100), CheckIn = TimeSpan.FromSeconds(1) });
            services.AddBackgroundJobs();
        });
        foreach (IStartupStep step in host.Service<IEnumerable<IStartupStep>>())
        {
            await step.StartAsync(CancellationToken.None);
        }

        return host;
    }
}
