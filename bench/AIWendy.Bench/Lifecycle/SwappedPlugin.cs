namespace AIWendy.Bench.Lifecycle;

/// <summary>A path that is asked for.</summary>
/// <param name="Path">The path.</param>
/// <param name="Request">The whole request.</param>
/// <param name="IsAbsent">Whether the plugin that answers it may be away.</param>
internal sealed record Target(string Path, byte[] Request, bool IsAbsent);

/// <summary>The plugin that is being installed, upgraded and removed, as the load asks for it.</summary>
internal sealed class SwappedPlugin(int port, string path)
{
    private volatile Target current = new(path, HttpSocket.Get(port, path), IsAbsent: false);

    public Target Current => current;

    /// <summary>Asks for another path from now on.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isAbsent">Whether its plugin is not there yet.</param>
    public void Point(string path, bool isAbsent) => current = new Target(path, HttpSocket.Get(port, path), isAbsent);

    /// <summary>Says that the plugin goes, before it does.</summary>
    /// <param name="takesPath">Whether its path goes with it.</param>
    public void Leaves(bool takesPath) => current = current with { IsAbsent = takesPath };

    /// <summary>Says that the plugin serves, after it does: from now on every request must be answered.</summary>
    public void Serves() => current = current with { IsAbsent = false };
}
