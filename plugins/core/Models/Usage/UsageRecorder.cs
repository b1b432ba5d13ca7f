using AIWendy.Plugins.Models.Data;
using AIWendy.Sdk.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Models.Usage;

/// <summary>Stores what calls to models used. A failure is logged and never disturbs the answer.</summary>
internal sealed partial class UsageRecorder(IServiceScopeFactory scopes, IEvents events, TimeProvider time, ILogger<UsageRecorder> logger)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public TimeProvider Time => time;

    public async Task RecordAsync(UsageEntry entry)
    {
        // The answer may just have been cancelled; what it used has been used.
        using CancellationTokenSource limit = new(Limit, time);
        try
        {
            AsyncServiceScope scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                ModelsDbContext context = scope.ServiceProvider.GetRequiredService<ModelsDbContext>();
                context.UsageEntries.Add(entry);
                await context.SaveChangesAsync(limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            LogFailed(logger, failure);
        }
    }

    /// <summary>Tells other plugins that the call has ended.</summary>
    public Task AnnounceAsync(UsageEntry entry) => events.PublishAsync(
        new ModelCalled(
            entry.UserId, entry.Kind, entry.Outcome, entry.InputTokens, entry.OutputTokens, TimeSpan.FromMilliseconds(entry.DurationMs), entry.At),
        CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What a call to a model used could not be stored")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
