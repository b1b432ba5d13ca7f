using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Plugins.Storage;

/// <summary>Tells whether a plugin's schema keeps tenants apart, before the plugin may use it.</summary>
internal sealed class SchemaIsolation(IHostDatabase database, TimeProvider time) : IDisposable
{
    // Long enough for one reading to serve all plugins of a start.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);
    private IReadOnlyList<CatalogueFault> faults = [];
    private long? readAt;

    /// <summary>What is wrong with the schema, one sentence; null when every table in it is closed.</summary>
    /// <param name="schema">Schema of the plugin.</param>
    /// <param name="isChanged">Whether a migration just changed it, so that an earlier reading does not hold.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string?> FindFaultAsync(string schema, bool isChanged, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (isChanged || readAt is not { } at || time.GetElapsedTime(at) > Freshness)
            {
                long now = time.GetTimestamp();
                await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync(cancellationToken);
                faults = await CatalogueGate.FindAsync(owner, database.ApplicationRole, cancellationToken);
                readAt = now;
            }
        }
        finally
        {
            turn.Release();
        }

        return faults.FirstOrDefault(fault => fault.Schema == schema)?.ToString();
    }

    public void Dispose() => turn.Dispose();
}
