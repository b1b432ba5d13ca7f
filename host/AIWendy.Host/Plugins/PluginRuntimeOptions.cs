using AIWendy.Host.Configuration;

namespace AIWendy.Host.Plugins;

/// <summary>Where plugins lie and how patient the host is with them.</summary>
internal sealed record PluginRuntimeOptions
{
    /// <summary>Folder of the plugins that come with the product: one folder per id.</summary>
    public required string BuiltInDirectory { get; init; }

    /// <summary>Folder of the plugins that were added: one folder per id and version.</summary>
    public required string InstalledDirectory { get; init; }

    /// <summary>Folder of the web shell's build output, whose manifest names the built-in plugins' modules.</summary>
    public required string WebDirectory { get; init; }

    /// <summary>Whether only built-in plugins are looked at.</summary>
    public bool SafeMode { get; init; }

    /// <summary>Ids that stay off whatever the administrator chose.</summary>
    public IReadOnlySet<string> Disabled { get; init; } = new HashSet<string>();

    /// <summary>Whether built-in plugins can be unloaded, too; they start more slowly then.</summary>
    public bool CollectBuiltIn { get; init; }

    /// <summary>Time for the constructor, Configure, the service provider and the endpoints of one plugin.</summary>
    public TimeSpan ConfigureLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for the migrations of one database of a plugin; one that is cut off is rolled back.</summary>
    public TimeSpan MigrationLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Time for each start-up and each stop of one plugin.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for each health check.</summary>
    public TimeSpan HealthLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time that running requests have before they are cut when their plugin version goes.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time for the handler of an event.</summary>
    public TimeSpan EventLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many replaced versions may stay in memory before hot replacement is refused.</summary>
    public int RetiredLimit { get; init; } = 5;

    /// <summary>Takes over the settings of the installation.</summary>
    public static PluginRuntimeOptions From(HostSettings settings) => new()
    {
        BuiltInDirectory = settings.PluginsFolder,
        InstalledDirectory = settings.InstalledPluginsFolder,
        WebDirectory = settings.WebFolder,
        SafeMode = settings.SafeMode,
        CollectBuiltIn = settings.CollectiblePlugins,
        Disabled = settings.DisabledPlugins,
    };
}
