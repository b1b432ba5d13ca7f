using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Plugins;
using AIWendy.Host.Settings.Registry;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Host.Settings;

/// <summary>Registers the settings of plugins.</summary>
internal static class SettingsServices
{
    /// <summary>Makes <see cref="IPluginSettingsFactory"/> injectable; needs runs, whose link tells nodes of changes.</summary>
    public static IServiceCollection AddPluginSettings(this IServiceCollection services) => services
        .AddSingleton<SettingsSchema>()
        .AddSingleton<SettingsSecrets>()
        .AddSingleton<PluginSettingsStore>()
        .AddSingleton<IPluginSettingsFactory, PluginSettingsFactory>();

    /// <summary>
    /// Adds the registry of the installation's own settings and puts what administrators set below the environment. Needs the
    /// configuration, the database and the link between nodes.
    /// </summary>
    public static void AddSettingRegistry(this WebApplicationBuilder builder)
    {
        StoredConfiguration overlay = new();
        builder.Configuration.Sources.Insert(0, overlay);
        builder.Services.TryAddSingleton<LiveSettings>();
        builder.Services
            .AddSingleton(overlay)
            .AddSingleton<StoredSettings>()
            .AddSingleton<SettingRegistry>()
            .AddSingleton<IDatabaseStep>(provider => provider.GetRequiredService<SettingRegistry>());
    }
}
