using AIWendy.Sdk;
using NuGet.Versioning;

namespace AIWendy.Host.Plugins.Discovery;

/// <summary>Decides which packages can run, from their manifests alone, and says why the others can not.</summary>
internal static class DependencyResolver
{
    /// <summary>Version of the SDK that this host offers.</summary>
    public static NuGetVersion SdkVersion { get; } = ReadSdkVersion();

    /// <summary>Every obstacle by plugin id; a package without one may be started after its dependencies.</summary>
    /// <param name="packages">Everything that is installed.</param>
    /// <param name="disabled">What is switched off.</param>
    /// <param name="held">What is held back after a fault, with its reason.</param>
    public static IReadOnlyDictionary<string, Obstacle> Resolve(
        IReadOnlyDictionary<string, PluginPackage> packages,
        IReadOnlySet<string> disabled,
        IReadOnlyDictionary<string, Obstacle>? held = null)
    {
        Dictionary<string, Obstacle> obstacles = new(StringComparer.Ordinal);
        foreach (PluginPackage package in packages.Values)
        {
            Obstacle? hold = held?.GetValueOrDefault(package.Id);
            if (hold is { State: PluginState.Disabled })
            {
                obstacles[package.Id] = hold;
            }
            else if (disabled.Contains(package.Id))
            {
                obstacles[package.Id] = new Obstacle(PluginState.Disabled, "Switched off by an administrator.");
            }
            else if (!Allows(package.Manifest.Sdk, SdkVersion))
            {
                obstacles[package.Id] = new Obstacle(
                    PluginState.Incompatible,
                    $"Needs the SDK in {package.Manifest.Sdk}, but this host offers {SdkVersion}.");
            }
            else if (hold is not null)
            {
                obstacles[package.Id] = hold;
            }
            else if (Unmet(package, packages) is { } unmet)
            {
                obstacles[package.Id] = unmet;
            }
        }

        MarkCycles(packages, obstacles);
        Spread(packages, obstacles);
        return obstacles;
    }

    /// <summary>Whether a range in NuGet notation holds a version.</summary>
    public static bool Allows(string range, NuGetVersion version) => VersionRange.Parse(range).Satisfies(version);

    private static Obstacle? Unmet(PluginPackage package, IReadOnlyDictionary<string, PluginPackage> packages)
    {
        foreach ((string id, string range) in package.Manifest.DependsOn)
        {
            if (!packages.TryGetValue(id, out PluginPackage? dependency))
            {
                return new Obstacle(PluginState.Waiting, $"Waits for {id}, which is not installed.");
            }

            if (!Allows(range, dependency.Version))
            {
                return new Obstacle(PluginState.Waiting, $"Needs {id} in {range}, but {dependency.Version} is installed.");
            }
        }

        return null;
    }

    private static void MarkCycles(IReadOnlyDictionary<string, PluginPackage> packages, Dictionary<string, Obstacle> obstacles)
    {
        foreach (PluginPackage package in packages.Values)
        {
            List<string>? path = PathBack(package.Id, package.Id, packages, [], []);
            if (path is not null)
            {
                obstacles.TryAdd(
                    package.Id,
                    new Obstacle(PluginState.Incompatible, $"The dependencies form a circle: {string.Join(" -> ", path)} -> {package.Id}."));
            }
        }
    }

    private static List<string>? PathBack(
        string from,
        string target,
        IReadOnlyDictionary<string, PluginPackage> packages,
        List<string> path,
        HashSet<string> seen)
    {
        if (!seen.Add(from) || !packages.TryGetValue(from, out PluginPackage? package))
        {
            return null;
        }

        path.Add(from);
        foreach (string next in package.Manifest.DependsOn.Keys)
        {
            if (next == target || PathBack(next, target, packages, path, seen) is not null)
            {
                return path;
            }
        }

        path.RemoveAt(path.Count - 1);
        return null;
    }

    private static void Spread(IReadOnlyDictionary<string, PluginPackage> packages, Dictionary<string, Obstacle> obstacles)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (PluginPackage package in packages.Values.Where(package => !obstacles.ContainsKey(package.Id)))
            {
                string? blocked = package.Manifest.DependsOn.Keys.FirstOrDefault(obstacles.ContainsKey);
                if (blocked is not null)
                {
                    string why = obstacles[blocked].State == PluginState.Disabled ? "is switched off" : "can not start";
                    obstacles[package.Id] = new Obstacle(PluginState.Waiting, $"Waits for {blocked}, which {why}.");
                    changed = true;
                }
            }
        }
        while (changed);
    }

    private static NuGetVersion ReadSdkVersion()
    {
        Version version = typeof(IPlugin).Assembly.GetName().Version ?? new Version(1, 0);
        string? text = typeof(IPlugin).Assembly
            .GetCustomAttributes(typeof(System.Reflection.AssemblyInformationalVersionAttribute), inherit: false)
            .OfType<System.Reflection.AssemblyInformationalVersionAttribute>()
            .FirstOrDefault()?.InformationalVersion;
        return text is not null && NuGetVersion.TryParse(text.Split('+')[0], out NuGetVersion? parsed)
            ? parsed
            : new NuGetVersion(version);
    }
}

/// <summary>Why a plugin does not run.</summary>
internal sealed record Obstacle(PluginState State, string Reason);
