using System.Globalization;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Jobs;
using Npgsql;
using Quartz;

namespace AIWendy.Host.Jobs;

/// <summary>
/// The one job type that the scheduler knows. It finds the plugin's job by name at the moment of firing, so that a
/// stored job outlives the version that stored it.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DispatchJob(
    ActivePlugins active,
    PluginFaults faults,
    PluginMetrics metrics,
    CallCircuits circuits,
    IHostDatabase database,
    IJobQueue queue,
    JobLimits limits,
    IFeatures? features,
    CancellationToken hostStopping) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        JobData data = JobData.From(context.MergedJobDataMap);
        string where = WhereOf(data.Name);
        if ((!data.IsScheduled && !circuits.MayCall(data.PluginId, where, TenantOf(data)))
            || !active.Current.ById.TryGetValue(data.PluginId, out PluginInstance? owner)
            || !owner.Contributions.Jobs.TryGetValue(data.Name, out JobContribution? job)
            || !owner.TryEnter())
        {
            await PostponeAsync(data);
            return;
        }

        try
        {
            if (data.IsScheduled)
            {
                await RunForAllTenantsAsync(owner, job, context);
            }
            else if (!await RunAsync(owner, job, data.Call ?? DefaultCall(TenantOf(data)), data.FireId!, data.Argument, context))
            {
                await PostponeAsync(data);
            }
            else
            {
                NoteSuccess(owner, where, TenantOf(data));
            }
        }
        catch (OperationCanceledException) when (hostStopping.IsCancellationRequested || owner.Stopping.IsCancellationRequested)
        {
            await PostponeAsync(data);
        }
        catch (LostCallException exception)
        {
            ReportLost(owner, where, TenantOf(data), exception);
        }
        catch (Exception exception)
        {
            faults.Report(owner.Id, where, exception);
        }
        finally
        {
            owner.Exit();
        }
    }

    private static string WhereOf(string job) => $"the job {job}";

    private static Guid TenantOf(JobData data) => data.Call?.TenantId ?? WellKnown.DefaultTenantId;

    private static CallState DefaultCall(Guid tenantId) => new() { TenantId = tenantId, Role = Role.Owner };

    // The same after a recovery, so that a job can tell whether it did this work already.
    private static string FireIdOf(IJobExecutionContext context, JobContribution job, Guid tenantId)
    {
        DateTimeOffset due = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        if (context.Recovering
            && context.MergedJobDataMap.TryGetValue(SchedulerConstants.FailedJobOriginalTriggerScheduledFiretime, out object? original)
            && long.TryParse(original as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out long milliseconds))
        {
            due = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{job.Name}/{due.ToUnixTimeMilliseconds()}/{tenantId}");
    }

    // Each tenant has its own circuit: what breaks one tenant's run is often what somebody stored there.
    private async Task RunForAllTenantsAsync(PluginInstance owner, JobContribution job, IJobExecutionContext context)
    {
        string where = WhereOf(job.Name);
        foreach (Guid tenantId in await TenantsAsync(context.CancellationToken))
        {
            if (!circuits.MayCall(owner.Id, where, tenantId))
            {
                continue;
            }

            try
            {
                await RunAsync(owner, job, DefaultCall(tenantId), FireIdOf(context, job, tenantId), null, context);
                NoteSuccess(owner, where, tenantId);
            }
            catch (LostCallException exception)
            {
                ReportLost(owner, where, tenantId, exception);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                faults.Report(owner.Id, where, exception, circuits.Failed(owner.Id, where, tenantId));
            }
        }
    }

    private void NoteSuccess(PluginInstance owner, string where, Guid tenantId)
    {
        if (circuits.Succeeded(owner.Id, where, tenantId))
        {
            faults.Recovered(owner.Id, where);
        }
    }

    private void ReportLost(PluginInstance owner, string where, Guid tenantId, LostCallException exception)
    {
        faults.Report(owner.Id, where, exception, circuits.Lost(owner.Id, where, tenantId));
        faults.CountLost(owner.Id);
    }

    /// <returns>Whether it ran: a job of a feature that is off for the tenant does not.</returns>
    private async Task<bool> RunAsync(PluginInstance owner, JobContribution job, CallState call, string fireId, string? argument, IJobExecutionContext context)
    {
        using IDisposable entered = CallContext.Enter(call);
        if (job.Feature is { } feature && !(features is not null && await features.IsOnAsync(feature, context.CancellationToken)))
        {
            return false;
        }

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, owner.Stopping, hostStopping);
        JobContext execution = new(job.Name, fireId, argument, context.ScheduledFireTimeUtc ?? context.FireTimeUtc);
        await metrics.For(owner.Id).CountJobAsync(BoundedCall.RunAsync(token => ExecuteAsync(owner, job, execution, token), limits.Execution, stop.Token));
        return true;
    }

    private static async Task ExecuteAsync(PluginInstance owner, JobContribution job, JobContext execution, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = owner.Services.CreateAsyncScope();
        await ((IPluginJob)scope.ServiceProvider.GetRequiredService(job.Job)).ExecuteAsync(execution, cancellationToken);
    }

    // A scheduled job comes again by itself; one that was enqueued must not get lost while its plugin or feature is off.
    private Task PostponeAsync(JobData data) =>
        data.IsScheduled ? Task.CompletedTask : queue.StoreAsync(data, limits.Postponement, CancellationToken.None);

    private async Task<List<Guid>> TenantsAsync(CancellationToken cancellationToken)
    {
        List<Guid> tenants = [];
        await using NpgsqlCommand command = database.Application.CreateCommand("select id from aiwendy.tenants order by id");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tenants.Add(reader.GetGuid(0));
        }

        return tenants;
    }
}

/// <summary>Time limits of jobs.</summary>
internal sealed record JobLimits
{
    /// <summary>Longest execution of a job for one tenant.</summary>
    public TimeSpan Execution { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an enqueued job waits whose plugin is not active.</summary>
    public TimeSpan Postponement { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a node shows the others that it lives; a dead one's jobs are taken over after it missed two.</summary>
    public TimeSpan CheckIn { get; init; } = TimeSpan.FromSeconds(5);
}
