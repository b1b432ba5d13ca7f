using System.Collections.Specialized;
using System.Globalization;
using System.Threading.Channels;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Hosting;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Sdk.Features;
using Npgsql;
using Quartz;
using Quartz.Impl;
using Quartz.Impl.Matchers;

namespace AIWendy.Host.Jobs;

/// <summary>
/// Background jobs on Quartz' clustered store in PostgreSQL: they survive restarts, replicas share them, and the jobs of
/// a replica that died are taken over.
/// </summary>
internal sealed partial class JobScheduler(
    IHostDatabase database,
    IPluginRuntime plugins,
    ActivePlugins active,
    PluginFaults faults,
    PluginMetrics metrics,
    CallCircuits circuits,
    JobLimits limits,
    IFeatures features,
    TimeProvider time,
    ILogger<JobScheduler> logger) : IStartupStep, IJobQueue, IDisposable
{
    private const string Schema = "quartz";
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim creation = new(1, 1);
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private Task follow = Task.CompletedTask;
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        IScheduler running = await SchedulerAsync(cancellationToken);
        await new JobSchedules(running, active).SynchroniseAsync(cancellationToken);
        await running.Start(cancellationToken);
        plugins.Changed += OnChanged;
        follow = Task.Run(() => FollowAsync(running), CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        plugins.Changed -= OnChanged;
        changes.Writer.TryComplete();
        await stopping.CancelAsync();
        await follow;
        if (scheduler is null)
        {
            return;
        }

        try
        {
            // Running jobs have seen the token; those that were enqueued store themselves again before they end.
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).WaitAsync(ShutdownLimit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogSlowStop(logger);
        }
    }

    public Task EnqueueAsync(string pluginId, string name, string? argument, CancellationToken cancellationToken)
    {
        CallState call = CallContext.Current ?? throw new InvalidOperationException("No tenant is set: a job is enqueued within a request, a run or a job.");
        JobData data = new(pluginId, name) { FireId = Guid.CreateVersion7(time.GetUtcNow()).ToString(), Argument = argument, Call = call };
        return StoreAsync(data, TimeSpan.Zero, cancellationToken);
    }

    public async Task StoreAsync(JobData data, TimeSpan delay, CancellationToken cancellationToken)
    {
        IScheduler store = await SchedulerAsync(cancellationToken);
        string key = $"{data.Name}/{Guid.CreateVersion7(time.GetUtcNow())}";
        IJobDetail job = JobBuilder.Create<DispatchJob>()
            .WithIdentity(key, data.PluginId)
            .UsingJobData(data.ToMap())
            .RequestRecovery()
            .Build();
        ITrigger trigger = TriggerBuilder.Create()
            .WithIdentity(key, data.PluginId)
            .StartAt(time.GetUtcNow() + delay)
            .WithSimpleSchedule(schedule => schedule.WithMisfireHandlingInstructionFireNow())
            .Build();
        await store.ScheduleJob(job, trigger, cancellationToken);
    }

    public async Task ForgetAsync(string pluginId, CancellationToken cancellationToken)
    {
        IScheduler store = await SchedulerAsync(cancellationToken);
        await store.DeleteJobs([.. await store.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(pluginId), cancellationToken)], cancellationToken);
    }

    public void Dispose()
    {
        stopping.Dispose();
        creation.Dispose();
    }

    private void OnChanged() => changes.Writer.TryWrite(true);

    private async Task FollowAsync(IScheduler running)
    {
        JobSchedules schedules = new(running, active);
        await foreach (bool _ in changes.Reader.ReadAllAsync())
        {
            try
            {
                await schedules.SynchroniseAsync(stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is SchedulerException or NpgsqlException)
            {
                LogNotSynchronised(logger, exception);
            }
        }
    }

    // Made on first use, which may be a plugin that enqueues a job while it starts; it fires nothing until it is started.
    private async Task<IScheduler> SchedulerAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
        {
            return scheduler;
        }

        await creation.WaitAsync(cancellationToken);
        try
        {
            if (scheduler is null)
            {
                await CreateTablesAsync(cancellationToken);
                IScheduler created = await new StdSchedulerFactory(Properties()).GetScheduler(cancellationToken);
                created.JobFactory = new DispatchJobFactory(() => new DispatchJob(active, faults, metrics, circuits, database, this, limits, features, stopping.Token));
                scheduler = created;
            }

            return scheduler;
        }
        finally
        {
            creation.Release();
        }
    }

    private async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        await database.PrepareSchemaAsync(Schema, cancellationToken);
        await using Stream stream = typeof(JobScheduler).Assembly.GetManifestResourceStream("Jobs/quartz.sql")
            ?? throw new InvalidOperationException("The host was built without Jobs/quartz.sql.");
        using StreamReader reader = new(stream);
        string sql = await reader.ReadToEndAsync(cancellationToken);

        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using NpgsqlCommand guard = new("select pg_advisory_xact_lock(hashtextextended('quartz', 20))", connection, transaction);
        await guard.ExecuteNonQueryAsync(cancellationToken);
        await using NpgsqlCommand exists = new("select to_regclass('quartz.qrtz_locks') is not null", connection, transaction);
        if (await exists.ExecuteScalarAsync(cancellationToken) is not true)
        {
            await using NpgsqlCommand create = new(sql, connection, transaction);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private NameValueCollection Properties() => new()
    {
        ["quartz.scheduler.instanceName"] = "AIWendy",
        ["quartz.scheduler.instanceId"] = "AUTO",
        ["quartz.threadPool.maxConcurrency"] = "4",
        ["quartz.serializer.type"] = typeof(StringMapSerializer).AssemblyQualifiedName,
        ["quartz.jobStore.type"] = "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz",
        ["quartz.jobStore.driverDelegateType"] = "Quartz.Impl.AdoJobStore.PostgreSQLDelegate, Quartz",
        ["quartz.jobStore.tablePrefix"] = Schema + ".qrtz_",
        ["quartz.jobStore.dataSource"] = "pg",
        ["quartz.jobStore.clustered"] = "true",
        ["quartz.jobStore.clusterCheckinInterval"] = limits.CheckIn.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
        ["quartz.jobStore.misfireThreshold"] = "60000",
        ["quartz.dataSource.pg.provider"] = "Npgsql",
        ["quartz.dataSource.pg.connectionString"] = database.ApplicationConnectionString,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs were still running when the time to stop was over")]
    private static partial void LogSlowStop(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedules of jobs could not be stored")]
    private static partial void LogNotSynchronised(ILogger logger, Exception exception);
}
