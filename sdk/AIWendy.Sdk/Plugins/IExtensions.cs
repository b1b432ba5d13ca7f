namespace AIWendy.Sdk;

/// <summary>
/// The live set of contributions to an extension point: what is active now, from whichever plugin. Never keep a
/// contribution beyond its lease, or the plugin that owns it can not be unloaded.
/// </summary>
/// <typeparam name="T">A contract of the SDK.</typeparam>
public interface IExtensions<T> where T : class
{
    /// <summary>
    /// Takes every active contribution, in a stable order (owner id, then order of registration). The owners stay
    /// loaded until the lease is disposed; hold it for one operation only.
    /// </summary>
    IExtensionLease<T> Acquire();

    /// <summary>
    /// Reports that a contribution threw. The host attributes the fault to its owner; the caller goes on with the rest.
    /// </summary>
    void ReportFault(Extension<T> extension, Exception exception);
}

/// <summary>A bounded right to use contributions.</summary>
/// <typeparam name="T">A contract of the SDK.</typeparam>
public interface IExtensionLease<T> : IAsyncDisposable where T : class
{
    /// <summary>The contributions; empty when nobody offers one.</summary>
    IReadOnlyList<Extension<T>> Items { get; }
}

/// <summary>One contribution and its owner.</summary>
/// <typeparam name="T">A contract of the SDK.</typeparam>
/// <param name="PluginId">Id of the plugin that contributes it.</param>
/// <param name="Value">The contribution.</param>
public sealed record Extension<T>(string PluginId, T Value) where T : class;
