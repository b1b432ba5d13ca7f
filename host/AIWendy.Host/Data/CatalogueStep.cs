using AIWendy.Host.Hosting;
using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>Refuses to become ready on a database in which one tenant could see another's rows.</summary>
internal sealed partial class CatalogueStep(HostDatabase database, ILogger<CatalogueStep> logger) : IStartupStep
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync(cancellationToken);
        IReadOnlyList<string> faults = await CatalogueGate.FindAsync(owner, database.ApplicationRole, cancellationToken);
        foreach (string fault in faults)
        {
            LogFault(fault);
        }

        if (faults.Count > 0)
        {
            throw new DatabaseException($"The database does not keep tenants apart: {faults[0]} ({faults.Count} faults in all, see the log or `doctor`).");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "Tenant isolation: {Fault}")]
    private partial void LogFault(string fault);
}
