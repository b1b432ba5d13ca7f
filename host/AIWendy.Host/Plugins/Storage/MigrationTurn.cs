namespace AIWendy.Host.Plugins.Storage;

/// <summary>
/// Lets one plugin migrate at a time: a migration holds two of the owner's few connections, and plugins that migrate
/// at once would starve each other.
/// </summary>
internal sealed class MigrationTurn : IDisposable
{
    private static readonly SemaphoreSlim Turns = new(1, 1);

    private MigrationTurn()
    {
    }

    public static async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        return new MigrationTurn();
    }

    public void Dispose() => Turns.Release();
}
