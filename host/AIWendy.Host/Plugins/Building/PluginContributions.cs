using System.Text.Json.Serialization.Metadata;
using AIWendy.Host.Plugins.Storage;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Plugins.Building;

/// <summary>Everything that one plugin version listed in Configure.</summary>
internal sealed class PluginContributions
{
    public List<ExtensionContribution> Extensions { get; } = [];

    public List<EventContribution> EventHandlers { get; } = [];

    public Dictionary<string, JobContribution> Jobs { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Type> RunHandlers { get; } = new(StringComparer.Ordinal);

    public List<Type> Startups { get; } = [];

    public List<Type> HealthChecks { get; } = [];

    public List<PermissionContribution> Permissions { get; } = [];

    public List<FeatureDefinition> Features { get; } = [];

    public List<IPluginDatabase> Databases { get; } = [];

    public List<IJsonTypeInfoResolver> Json { get; } = [];

    public List<Action<IEndpointRouteBuilder>> Maps { get; } = [];
}

/// <summary>A contribution to an extension point: either a type, created for each use, or a ready object.</summary>
internal sealed record ExtensionContribution(Type Contract, Type? Implementation, object? Instance);

/// <summary>A handler of an event.</summary>
internal sealed record EventContribution(Type Event, Type Handler);

/// <summary>A background job; the feature, when there is one, decides whether it runs.</summary>
internal sealed record JobContribution(string Name, Type Job, JobSchedule? Schedule, string? Feature = null);

/// <summary>A permission and the least role that holds it.</summary>
internal sealed record PermissionContribution(string Key, Text Description, Role GrantedTo);
