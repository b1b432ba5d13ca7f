using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Building;
using AIWendy.Sdk.Jobs;
using Quartz;
using Quartz.Impl.Matchers;

namespace AIWendy.Host.Jobs;

/// <summary>
/// Keeps the stored schedules equal to what the active plugins declare. Schedules of a plugin that is not active stay:
/// their firings find no plugin and pass.
/// </summary>
internal sealed class JobSchedules(IScheduler scheduler, ActivePlugins active)
{
    public async Task SynchroniseAsync(CancellationToken cancellationToken)
    {
        foreach (PluginInstance plugin in active.Current.Instances)
        {
            List<JobContribution> declared = [.. plugin.Contributions.Jobs.Values.Where(job => job.Schedule is not null)];
            await RemoveOthersAsync(plugin.Id, declared, cancellationToken);
            foreach (JobContribution job in declared)
            {
                await StoreAsync(plugin.Id, job, cancellationToken);
            }
        }
    }

    private async Task RemoveOthersAsync(string pluginId, List<JobContribution> declared, CancellationToken cancellationToken)
    {
        // Names of enqueued jobs hold a slash, which no declared name can.
        IReadOnlyCollection<JobKey> stored = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(pluginId), cancellationToken);
        foreach (JobKey key in stored.Where(key => !key.Name.Contains('/', StringComparison.Ordinal) && !declared.Exists(job => job.Name == key.Name)))
        {
            await scheduler.DeleteJob(key, cancellationToken);
        }
    }

    private async Task StoreAsync(string pluginId, JobContribution job, CancellationToken cancellationToken)
    {
        TriggerKey key = new(job.Name, pluginId);
        ITrigger wanted = Trigger(key, job.Schedule!);
        ITrigger? stored = await scheduler.GetTrigger(key, cancellationToken);
        if (stored is null)
        {
            IJobDetail detail = JobBuilder.Create<DispatchJob>()
                .WithIdentity(job.Name, pluginId)
                .UsingJobData(new JobData(pluginId, job.Name).ToMap())
                .RequestRecovery()
                .StoreDurably()
                .Build();
            try
            {
                await scheduler.ScheduleJob(detail, [wanted], replace: true, cancellationToken);
            }
            catch (ObjectAlreadyExistsException)
            {
                // Another replica was faster.
            }
        }
        else if (!IsSame(stored, wanted))
        {
            await scheduler.RescheduleJob(key, wanted, cancellationToken);
        }
    }

    private static ITrigger Trigger(TriggerKey key, JobSchedule schedule)
    {
        TriggerBuilder builder = TriggerBuilder.Create().WithIdentity(key).ForJob(new JobKey(key.Name, key.Group));
        return schedule switch
        {
            { Cron: { } cron } => builder.WithCronSchedule(cron, by => by
                .InTimeZone(schedule.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc)
                .WithMisfireHandlingInstructionFireAndProceed()).Build(),
            _ => builder.StartNow().WithSimpleSchedule(by => by
                .WithInterval(schedule.Interval!.Value)
                .RepeatForever()
                .WithMisfireHandlingInstructionNextWithExistingCount()).Build(),
        };
    }

    private static bool IsSame(ITrigger stored, ITrigger wanted) => (stored, wanted) switch
    {
        (ICronTrigger old, ICronTrigger fresh) => old.CronExpressionString == fresh.CronExpressionString && old.TimeZone.Id == fresh.TimeZone.Id,
        (ISimpleTrigger old, ISimpleTrigger fresh) => old.RepeatInterval == fresh.RepeatInterval,
        _ => false,
    };
}
