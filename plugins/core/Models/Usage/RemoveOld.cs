using AIWendy.Plugins.Models.Data;
using AIWendy.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Models.Usage;

/// <summary>Removes deleted connections with their keys after a day, and records of use after thirteen months.</summary>
internal sealed class RemoveOld(ModelsDbContext context, TimeProvider time) : IPluginJob
{
    private static readonly TimeSpan Undo = TimeSpan.FromDays(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(396);

    public async Task ExecuteAsync(JobContext job, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset deletedBefore = now - Undo;
        DateTimeOffset usedBefore = now - Kept;
        await context.Connections.Where(connection => connection.DeletedAt < deletedBefore).ExecuteDeleteAsync(cancellationToken);
        await context.UsageEntries.Where(entry => entry.At < usedBefore).ExecuteDeleteAsync(cancellationToken);
    }
}
