using System.Reflection;
using System.Runtime.Loader;

namespace AIWendy.Host.Plugins.Loading;

/// <summary>Keeps a plugin's private dependencies apart and lets the whole plugin be unloaded.</summary>
internal sealed class PluginLoadContext(string pluginId, string version, string entryPath, SharedAssemblies shared, bool collectible)
    : AssemblyLoadContext($"{pluginId} {version}", collectible)
{
    private readonly AssemblyDependencyResolver resolver = new(entryPath);

    /// <summary>The plugin whose code is loaded here; by it a fault finds its owner.</summary>
    public string PluginId => pluginId;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (shared.Contains(assemblyName.Name))
        {
            return null;
        }

        string? path = resolver.ResolveAssemblyToPath(assemblyName);
        if (path is not null)
        {
            return LoadFromAssemblyPath(path);
        }

        if (assemblyName.CultureName is { Length: > 0 })
        {
            return null;
        }

        // Null would fall back to the host's private packages, and a plugin would come to depend on them by accident.
        throw new FileNotFoundException($"The plugin uses {assemblyName.Name}, which neither the host shares nor the plugin ships.");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? nint.Zero : LoadUnmanagedDllFromPath(path);
    }
}
