using AIWendy.Host.Hosting;
using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>
/// Refuses to become ready when one tenant could see another's rows in what the host keeps. A plugin whose schema is open
/// was left out before this: it must not keep the host from starting.
/// </summary>
internal sealed partial class CatalogueStep(HostDatabase database, ILogger<CatalogueStep> logger) : IStartupStep
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync(cancellationToken);
        IReadOnlyList<CatalogueFault> faults = await CatalogueGate.FindAsync(owner, database.ApplicationRole, cancellationToken);
        foreach (CatalogueFault fault in faults)
        {
            LogFault(fault.ToString());
        }

        if (faults.FirstOrDefault(fault => fault.IsOfTheHost(database.ApplicationRole)) is { } first)
        {
            throw new DatabaseException($"The database does not keep tenants apart: {first} ({faults.Count} faults in all, see the log or `doctor`).");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "Tenant isolation: {Fault}")]
    private partial void LogFault(string fault);
}
