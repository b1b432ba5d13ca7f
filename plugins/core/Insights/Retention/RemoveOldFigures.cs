using AIWendy.Plugins.Insights.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Insights.Retention;

/// <summary>Deletes the figures of days that are older than the administrator wants to keep.</summary>
internal sealed class RemoveOldFigures(InsightsDbContext context, ISettings<InsightsSettings> settings, TimeProvider time) : IPluginJob
{
    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        int kept = (await settings.GetAsync(cancellationToken)).KeptDays;
        DateOnly first = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1 - kept);
        await context.DailyCounts.Where(count => count.Day < first).ExecuteDeleteAsync(cancellationToken);
        await context.ActivePeople.Where(person => person.Day < first).ExecuteDeleteAsync(cancellationToken);
    }
}
