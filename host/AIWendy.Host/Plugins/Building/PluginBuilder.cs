using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using AIWendy.Host.Plugins.Storage;
using AIWendy.Packaging.Manifests;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Runs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace AIWendy.Host.Plugins.Building;

/// <summary>The builder that a plugin's Configure is called with.</summary>
internal sealed partial class PluginBuilder(
    PluginManifest manifest,
    IConfiguration configuration,
    IPluginSettingsFactory? settingsFactory,
    Func<Type, bool> isShared) : IPluginBuilder
{
    private readonly ServiceCollection services = new();
    private bool closed;

    public PluginContributions Contributions { get; } = new();

    public PluginManifest Manifest => manifest;

    public IConfiguration Configuration => configuration;

    public IServiceCollection Services => closed ? throw Late() : services;

    /// <summary>Ends Configure; whoever kept the builder gets an exception from now on.</summary>
    public ServiceCollection Close()
    {
        foreach (FeatureDefinition feature in manifest.Features)
        {
            AddFeature(feature);
        }

        closed = true;
        return services;
    }

    public IPluginBuilder AddDatabase<TContext>() where TContext : PluginDbContext
    {
        RequireNew(Contributions.Databases.Exists(database => database.ContextType == typeof(TContext)), $"database {typeof(TContext).Name}");
        PluginDatabase<TContext> database = new(PluginSchema.OfId(manifest.Id));
        database.Register(Services);
        Contributions.Databases.Add(database);
        return this;
    }

    public IPluginBuilder AddExtension<TContract, TImplementation>()
        where TContract : class
        where TImplementation : class, TContract
    {
        RequireShared(typeof(TContract));
        RequireNew(Contributions.Extensions.Exists(item => item.Contract == typeof(TContract) && item.Implementation == typeof(TImplementation)), typeof(TImplementation).Name);
        Services.TryAddScoped<TImplementation>();
        Contributions.Extensions.Add(new ExtensionContribution(typeof(TContract), typeof(TImplementation), null));
        return this;
    }

    public IPluginBuilder AddExtension<TContract>(TContract instance) where TContract : class
    {
        ArgumentNullException.ThrowIfNull(instance);
        ThrowIfClosed();
        RequireShared(typeof(TContract));
        Contributions.Extensions.Add(new ExtensionContribution(typeof(TContract), null, instance));
        return this;
    }

    public IPluginBuilder AddEventHandler<TEvent, THandler>()
        where TEvent : class, IPluginEvent
        where THandler : class, IEventHandler<TEvent>
    {
        RequireShared(typeof(TEvent));
        RequireNew(Contributions.EventHandlers.Exists(item => item.Event == typeof(TEvent) && item.Handler == typeof(THandler)), typeof(THandler).Name);
        Services.TryAddScoped<THandler>();
        Contributions.EventHandlers.Add(new EventContribution(typeof(TEvent), typeof(THandler)));
        return this;
    }

    public IPluginBuilder AddJob<TJob>(string name, JobSchedule? schedule = null) where TJob : class, IPluginJob =>
        AddJob(name, typeof(TJob), schedule, null);

    public IPluginBuilder AddJob<TJob>(string name, JobSchedule? schedule, string feature) where TJob : class, IPluginJob
    {
        RequireForm(DottedName().IsMatch(feature), "feature", feature);
        return AddJob(name, typeof(TJob), schedule, feature);
    }

    private PluginBuilder AddJob(string name, Type job, JobSchedule? schedule, string? feature)
    {
        RequireForm(KebabCase().IsMatch(name) && name.Length <= 64, "job", name);
        RequireSchedule(schedule);
        Services.TryAddScoped(job);
        RequireNew(!Contributions.Jobs.TryAdd(name, new JobContribution(name, job, schedule, feature)), $"job {name}");
        return this;
    }

    public IPluginBuilder AddRunHandler<THandler>(string kind) where THandler : class, IRunHandler
    {
        RequireForm(DottedName().IsMatch(kind), "kind of run", kind);
        Services.TryAddScoped<THandler>();
        RequireNew(!Contributions.RunHandlers.TryAdd(kind, typeof(THandler)), $"kind of run {kind}");
        return this;
    }

    public IPluginBuilder AddStartup<TStartup>() where TStartup : class, IPluginStartup
    {
        RequireNew(Contributions.Startups.Contains(typeof(TStartup)), typeof(TStartup).Name);
        Services.TryAddScoped<TStartup>();
        Contributions.Startups.Add(typeof(TStartup));
        return this;
    }

    public IPluginBuilder AddHealthCheck<TCheck>() where TCheck : class, IPluginHealthCheck
    {
        RequireNew(Contributions.HealthChecks.Contains(typeof(TCheck)), typeof(TCheck).Name);
        Services.TryAddScoped<TCheck>();
        Contributions.HealthChecks.Add(typeof(TCheck));
        return this;
    }

    public IPluginBuilder AddPermission(string key, Text description, Role grantedTo = Role.Member)
    {
        ThrowIfClosed();
        string prefix = manifest.Id[(manifest.Id.LastIndexOf('.') + 1)..] + ".";
        RequireForm(DottedName().IsMatch(key) && key.StartsWith(prefix, StringComparison.Ordinal), "permission", key);
        RequireNew(Contributions.Permissions.Exists(item => item.Key == key), $"permission {key}");
        Contributions.Permissions.Add(new PermissionContribution(key, description, grantedTo));
        return this;
    }

    public IPluginBuilder AddFeature(FeatureDefinition feature)
    {
        ThrowIfClosed();
        if (FeatureRule.Problem(feature, manifest.Edition) is { } problem)
        {
            throw new ArgumentException(problem, nameof(feature));
        }

        RequireNew(Contributions.Features.Exists(item => item.Key == feature.Key), $"feature {feature.Key}");
        Contributions.Features.Add(feature);
        return this;
    }

    public IPluginBuilder AddSettings<TSettings>(JsonTypeInfo<TSettings> typeInfo) where TSettings : class, new()
    {
        if (settingsFactory is null)
        {
            throw new InvalidOperationException("This host keeps no settings of plugins.");
        }

        RequireNew(Services.Any(service => service.ServiceType == typeof(ISettings<TSettings>)), $"settings {typeof(TSettings).Name}");
        Services.AddSingleton(settingsFactory.Create(manifest.Id, manifest.Settings, typeInfo));
        return this;
    }

    public IPluginBuilder AddJson(IJsonTypeInfoResolver resolver)
    {
        ThrowIfClosed();
        Contributions.Json.Add(resolver);
        return this;
    }

    public IPluginBuilder MapEndpoints(Action<IEndpointRouteBuilder> map)
    {
        ThrowIfClosed();
        Contributions.Maps.Add(map);
        return this;
    }

    private static InvalidOperationException Late() => new("The plugin used its builder after Configure had returned.");

    private static void RequireForm(bool valid, string what, string name)
    {
        if (!valid)
        {
            throw new ArgumentException($"\"{name}\" is no valid name of a {what}.", nameof(name));
        }
    }

    private static void RequireSchedule(JobSchedule? schedule)
    {
        if (schedule?.Cron is { } cron && !CronExpression.IsValidExpression(cron))
        {
            throw new ArgumentException($"\"{cron}\" is no cron expression of Quartz.", nameof(schedule));
        }

        if (schedule?.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            throw new ArgumentException($"\"{zone}\" is no time zone.", nameof(schedule));
        }
    }

    private static void RequireNew(bool exists, string what)
    {
        if (exists)
        {
            throw new ArgumentException($"The plugin declares the {what} twice.", nameof(what));
        }
    }

    private void RequireShared(Type contract)
    {
        if (!isShared(contract))
        {
            throw new ArgumentException($"{contract.Name} is the plugin's own type; only contracts of the SDK can be shared.", nameof(contract));
        }
    }

    private void ThrowIfClosed()
    {
        if (closed)
        {
            throw Late();
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+$")]
    private static partial Regex DottedName();
}
