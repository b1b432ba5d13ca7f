using System.Collections.Frozen;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Serving;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Plugins;

/// <summary>The plugins that serve now, indexed by what others ask for. Replaced as a whole, read without locks.</summary>
internal sealed class ActivePlugins
{
    private volatile ActivePluginsView current = new([]);

    public ActivePluginsView Current => current;

    public DynamicEndpointDataSource Endpoints { get; } = new();

    public void Publish(IEnumerable<PluginInstance> instances)
    {
        current = new ActivePluginsView([.. instances.OrderBy(instance => instance.Id, StringComparer.Ordinal)]);
        Endpoints.Set([.. current.Instances.SelectMany(instance => instance.Endpoints)]);
    }
}

/// <summary>One consistent picture of the active plugins.</summary>
internal sealed class ActivePluginsView
{
    private readonly FrozenDictionary<Type, (PluginInstance, ExtensionContribution)[]> extensions;
    private readonly FrozenDictionary<Type, (PluginInstance, Type)[]> eventHandlers;
    private readonly FrozenDictionary<string, (PluginInstance, Type)> runHandlers;

    public ActivePluginsView(IReadOnlyList<PluginInstance> instances)
    {
        Instances = instances;
        ById = instances.ToFrozenDictionary(instance => instance.Id, StringComparer.Ordinal);
        extensions = instances
            .SelectMany(instance => instance.Contributions.Extensions.Select(item => (Instance: instance, Item: item)))
            .GroupBy(pair => pair.Item.Contract)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => (pair.Instance, pair.Item)).ToArray());
        eventHandlers = instances
            .SelectMany(instance => instance.Contributions.EventHandlers.Select(item => (Instance: instance, Item: item)))
            .GroupBy(pair => pair.Item.Event)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => (pair.Instance, pair.Item.Handler)).ToArray());
        runHandlers = instances
            .SelectMany(instance => instance.Contributions.RunHandlers.Select(item => (item.Key, Value: (instance, item.Value))))
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        Permissions = instances
            .SelectMany(instance => instance.Contributions.Permissions)
            .ToFrozenDictionary(permission => permission.Key, StringComparer.Ordinal);
        Features = instances
            .SelectMany(instance => instance.Contributions.Features.Select(feature => new ActiveFeature(feature, instance.Id, instance.Package.Manifest.Edition)))
            .ToFrozenDictionary(feature => feature.Definition.Key, StringComparer.Ordinal);
        Credentials = new CredentialPlaces(ExtensionsOf(typeof(IRequestAuthenticator)).Select(found => found.Contribution));
    }

    public IReadOnlyList<PluginInstance> Instances { get; }

    public FrozenDictionary<string, PluginInstance> ById { get; }

    public FrozenDictionary<string, PermissionContribution> Permissions { get; }

    public FrozenDictionary<string, ActiveFeature> Features { get; }

    /// <summary>Where the plugins' authenticators read credentials.</summary>
    public CredentialPlaces Credentials { get; }

    public IReadOnlyList<(PluginInstance Owner, ExtensionContribution Contribution)> ExtensionsOf(Type contract) =>
        extensions.TryGetValue(contract, out (PluginInstance, ExtensionContribution)[]? found) ? found : [];

    public IReadOnlyList<(PluginInstance Owner, Type Handler)> HandlersOf(Type published) =>
        eventHandlers.TryGetValue(published, out (PluginInstance, Type)[]? found) ? found : [];

    public (PluginInstance Owner, Type Handler)? RunHandlerOf(string kind) =>
        runHandlers.TryGetValue(kind, out (PluginInstance, Type) found) ? found : null;
}

/// <summary>A feature and the plugin that owns it. Holds nothing of the plugin's own code.</summary>
internal sealed record ActiveFeature(FeatureDefinition Definition, string PluginId, PluginEdition Edition);
