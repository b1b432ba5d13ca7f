using AIWendy.Plugins.Models.Data;
using AIWendy.Plugins.Models.Offline;
using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Everything that the current person may use: own connections, those of the environment, the offline coach.</summary>
internal sealed class ConnectionCatalogue(ConnectionStore store, EnvironmentConnections environment)
{
    public static readonly ConnectionDetails Offline = new(
        OfflineProvider.ConnectionId,
        ConnectionSource.Builtin,
        OfflineProvider.Name,
        "Offline coach",
        new ModelConnection(null, null, OfflineCoachClient.ModelName),
        IsLocal: true);

    /// <summary>The connections that nobody had to add.</summary>
    public IEnumerable<ConnectionDetails> Given => [.. environment.Items, Offline];

    /// <summary>One connection, or null.</summary>
    public async Task<ConnectionDetails?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Given.FirstOrDefault(item => item.Id == id)
        ?? (await store.FindAsync(id, cancellationToken) is { } own ? store.Details(own) : null);

    /// <summary>The default: what the person chose, else the environment's first, else the offline coach.</summary>
    public async Task<ConnectionDetails> DefaultAsync(CancellationToken cancellationToken) =>
        (await store.DefaultAsync(cancellationToken) is { } chosen ? await FindAsync(chosen, cancellationToken) : null)
        ?? Given.First();

    /// <summary>Id of the default among connections that were already read.</summary>
    public async Task<Guid> DefaultIdAsync(IReadOnlyList<Connection> own, CancellationToken cancellationToken)
    {
        Guid? chosen = await store.DefaultAsync(cancellationToken);
        bool isThere = chosen is not null && (own.Any(item => item.Id == chosen) || Given.Any(item => item.Id == chosen));
        return isThere ? chosen!.Value : Given.First().Id;
    }
}
