using AIWendy.Sdk.Features;
using AIWendy.Sdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Sdk;

/// <summary>Shorter names for what plugins add most often.</summary>
public static class PluginBuilderExtensions
{
    /// <summary>Registers the plugin's own services, in the middle of the list of contributions.</summary>
    /// <param name="plugin">The builder.</param>
    /// <param name="register">Adds to the plugin's service collection.</param>
    public static IPluginBuilder AddServices(this IPluginBuilder plugin, Action<IServiceCollection> register)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(register);
        register(plugin.Services);
        return plugin;
    }

    /// <summary>Contributes an import format to the journal.</summary>
    /// <typeparam name="TImporter">Reads the format; keeps no state between calls.</typeparam>
    public static IPluginBuilder AddTradeImporter<TImporter>(this IPluginBuilder plugin) where TImporter : class, ITradeImporter
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return plugin.AddExtension<ITradeImporter, TImporter>();
    }

    /// <summary>Declares a feature that can be switched, and sold when it names an entitlement.</summary>
    /// <param name="plugin">The builder.</param>
    /// <param name="key">Dotted lower-case name, unique in the installation.</param>
    /// <param name="isOn">Whether the feature is on when nothing else decides.</param>
    /// <param name="entitlement">What a licence or plan must state, or <see langword="null"/>.</param>
    public static IPluginBuilder AddFeature(this IPluginBuilder plugin, string key, bool isOn = true, string? entitlement = null)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return plugin.AddFeature(new FeatureDefinition { Key = key, Default = isOn, Entitlement = entitlement });
    }
}
