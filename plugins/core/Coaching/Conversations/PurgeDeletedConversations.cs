using AIWendy.Plugins.Coaching.Data;
using AIWendy.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Coaching.Conversations;

/// <summary>Removes conversations for good 30 days after they were deleted; their messages go with them.</summary>
internal sealed partial class PurgeDeletedConversations(
    CoachingDbContext database, TimeProvider time, ILogger<PurgeDeletedConversations> logger) : IPluginJob
{
    /// <summary>How long a deleted conversation can be restored.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    public async Task ExecuteAsync(JobContext context, CancellationToken cancellationToken)
    {
        DateTimeOffset limit = time.GetUtcNow() - Retention;
        int removed = await database.Conversations
            .Where(row => row.DeletedAt != null && row.DeletedAt < limit)
            .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        if (removed > 0)
        {
            LogPurged(logger, removed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} conversations that were deleted 30 days ago")]
    private static partial void LogPurged(ILogger logger, int count);
}
