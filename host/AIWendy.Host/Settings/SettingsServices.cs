using AIWendy.Host.Plugins;

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
}
