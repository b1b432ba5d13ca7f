using System.Runtime.InteropServices;
using System.Threading.Channels;
using AIWendy.Sdk.Runs;

namespace AIWendy.Host.Runs;

/// <summary>
/// Stores the events of every run on this node. Whatever arrives while one write is on its way goes into the next, so
/// hundreds of streams share a few commits. Readers see events after they are stored and never before.
/// </summary>
internal sealed partial class RunEventWriter : IAsyncDisposable
{
    private const int QueuedWrites = 16 * 1024;
    private const int BatchSize = 4096;
    private const int BusyBatch = 8;
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(10);

    private readonly Channel<RunWrite> queue = Channel.CreateBounded<RunWrite>(
        new BoundedChannelOptions(QueuedWrites) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly CancellationTokenSource abandoning = new();
    private readonly RunEventTable table;
    private readonly ILogger<RunEventWriter> logger;
    private readonly Task loop;

    public RunEventWriter(RunEventTable table, ILogger<RunEventWriter> logger)
    {
        this.table = table;
        this.logger = logger;
        using (ExecutionContext.SuppressFlow())
        {
            loop = Task.Run(LoopAsync);
        }
    }

    /// <summary>Accepts a write; waits only when the database is far behind.</summary>
    public ValueTask WriteAsync(RunWrite write, CancellationToken cancellationToken) => queue.Writer.WriteAsync(write, cancellationToken);

    /// <summary>Stores what was accepted and ends. Gives up what the database does not take within the limit.</summary>
    public async Task CompleteAsync(TimeSpan limit)
    {
        queue.Writer.TryComplete();
        abandoning.CancelAfter(limit);
        await loop;
    }

    public async ValueTask DisposeAsync()
    {
        await CompleteAsync(TimeSpan.FromSeconds(1));
        abandoning.Dispose();
    }

    private async Task LoopAsync()
    {
        List<RunWrite> batch = new(BatchSize);
        bool busy = false;
        while (await queue.Reader.WaitToReadAsync())
        {
            if (busy)
            {
                // Many runs at work: a short wait turns many small commits into few.
                await Task.Delay(Linger);
            }

            while (batch.Count < BatchSize && queue.Reader.TryRead(out RunWrite write))
            {
                batch.Add(write);
            }

            await StoreAsync(batch);
            busy = batch.Count >= BusyBatch;
            batch.Clear();
        }
    }

    private async Task StoreAsync(List<RunWrite> batch)
    {
        List<RunBatch> perTenant = Number(batch);
        try
        {
            await Parallel.ForEachAsync(
                perTenant, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (part, _) => await table.StoreAsync(part, abandoning.Token));
        }
        catch (Exception exception)
        {
            // The table has retried already; whatever failed is marked in its part.
            LogLost(logger, exception);
        }

        foreach (RunBatch part in perTenant)
        {
            Deliver(part);
        }

        try
        {
            await table.CloseAsync(perTenant, abandoning.Token);
        }
        catch (Exception exception)
        {
            // The sweep finds entries of ended runs and closes them.
            LogNotClosed(logger, exception);
        }
    }

    /// <summary>Gives every event its number and sorts the batch by tenant and run, keeping the order within a run.</summary>
    private static List<RunBatch> Number(List<RunWrite> batch)
    {
        Dictionary<Guid, RunBatch> tenants = [];
        foreach (ref readonly RunWrite write in CollectionsMarshal.AsSpan(batch))
        {
            RunExecution execution = write.Execution;
            ref RunBatch? tenant = ref CollectionsMarshal.GetValueRefOrAddDefault(tenants, execution.Record.Call.TenantId, out _);
            RunPart part = (tenant ??= new RunBatch(execution.Record.Call.TenantId)).PartOf(execution);
            if (write.Event is { } published)
            {
                part.Events.Add(new StoredRunEvent(++execution.Feed.LastNumbered, published.Type, published.Json));
            }

            part.End ??= write.End;
            if (write.Stored is { } stored)
            {
                part.Waiters.Add(stored);
            }
        }

        return [.. tenants.Values];
    }

    private void Deliver(RunBatch batch)
    {
        foreach (RunPart part in batch.Parts)
        {
            // A part without events is stored by itself; for a run that was lost before, it is lost, too.
            if (part.IsStored && !part.Execution.IsLost)
            {
                part.Execution.Feed.Publish(CollectionsMarshal.AsSpan(part.Events), part.End is not null);
                part.Waiters.ForEach(waiter => waiter.TrySetResult());
            }
            else
            {
                // Another node has taken the run over, or the database is gone: what this node does no longer counts.
                LogTakenOver(logger, part.Execution.Record.Run.Id);
                part.Execution.Lose();
                part.Waiters.ForEach(waiter => waiter.TrySetException(new InvalidOperationException("The run is no longer this node's.")));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Run events could not be stored")]
    private static partial void LogLost(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Ended runs could not be closed in the directory")]
    private static partial void LogNotClosed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} is no longer this node's")]
    private static partial void LogTakenOver(ILogger logger, Guid runId);
}
