namespace AIWendy.Sdk;

/// <summary>
/// The single entry point of a plugin. The host creates one instance with the parameterless constructor, calls
/// <see cref="Configure"/> once for each activation, and drops the instance afterwards: keep no state in it.
/// </summary>
public interface IPlugin
{
    /// <summary>Lists everything that the plugin contributes. Must return quickly and touch neither network nor database.</summary>
    /// <param name="plugin">Collects the contributions; only valid during this call.</param>
    void Configure(IPluginBuilder plugin);
}
