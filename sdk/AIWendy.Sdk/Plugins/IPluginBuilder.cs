using System.Text.Json.Serialization.Metadata;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Sdk;

/// <summary>
/// Collects what a plugin contributes. Every method returns the same builder, so that a plugin reads as one list.
/// A contribution that is declared twice under the same name is refused with <see cref="ArgumentException"/>.
/// </summary>
public interface IPluginBuilder
{
    /// <summary>The plugin's manifest, as read from <c>plugin.json</c>.</summary>
    PluginManifest Manifest { get; }

    /// <summary>Settings of the installation (environment and <c>.env</c>), read only.</summary>
    IConfiguration Configuration { get; }

    /// <summary>The plugin's own service collection. Services of the host that the SDK names are added by the host.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// Gives the plugin a database schema of its own, named after the plugin id. Pending migrations found in the
    /// assembly of <typeparamref name="TContext"/> run before the plugin becomes active.
    /// </summary>
    IPluginBuilder AddDatabase<TContext>() where TContext : PluginDbContext;

    /// <summary>Contributes an implementation of an extension point; created in a scope for each use.</summary>
    /// <typeparam name="TContract">A public contract of the SDK.</typeparam>
    /// <typeparam name="TImplementation">The plugin's type; constructor injection is available.</typeparam>
    IPluginBuilder AddExtension<TContract, TImplementation>()
        where TContract : class
        where TImplementation : class, TContract;

    /// <summary>Contributes a ready object to an extension point, for example a <c>Coach</c>.</summary>
    IPluginBuilder AddExtension<TContract>(TContract instance) where TContract : class;

    /// <summary>Handles every published event of type <typeparamref name="TEvent"/>.</summary>
    IPluginBuilder AddEventHandler<TEvent, THandler>()
        where TEvent : class, IPluginEvent
        where THandler : class, IEventHandler<TEvent>;

    /// <summary>Adds a background job. The name is unique within the plugin and must stay stable between versions.</summary>
    /// <param name="name">Lower-case kebab case, at most 64 characters.</param>
    /// <param name="schedule">When the job runs; <see langword="null"/> for a job that only runs when enqueued.</param>
    IPluginBuilder AddJob<TJob>(string name, JobSchedule? schedule = null) where TJob : class, IPluginJob;

    /// <summary>Adds a background job that belongs to a feature: it does not run for a tenant for whom the feature is off.</summary>
    /// <param name="name">Lower-case kebab case, at most 64 characters.</param>
    /// <param name="schedule">When the job runs; <see langword="null"/> for a job that only runs when enqueued.</param>
    /// <param name="feature">Key of the feature.</param>
    IPluginBuilder AddJob<TJob>(string name, JobSchedule? schedule, string feature) where TJob : class, IPluginJob;

    /// <summary>Adds the code of a kind of run, for example <c>coaching.answer</c>.</summary>
    /// <param name="kind">Dotted lower-case name, unique in the installation and stable between versions.</param>
    IPluginBuilder AddRunHandler<THandler>(string kind) where THandler : class, IRunHandler;

    /// <summary>Runs when the plugin starts and before it stops; for example to seed data.</summary>
    IPluginBuilder AddStartup<TStartup>() where TStartup : class, IPluginStartup;

    /// <summary>Adds a check that the host asks for readiness and before an upgrade takes over.</summary>
    IPluginBuilder AddHealthCheck<TCheck>() where TCheck : class, IPluginHealthCheck;

    /// <summary>Declares a permission. Endpoints name it with <c>RequirePermission</c>.</summary>
    /// <param name="key">Dotted lower-case name that starts with the last part of the plugin id, e.g. <c>journal.read</c>.</param>
    /// <param name="description">One plain sentence that an administrator reads.</param>
    /// <param name="grantedTo">The least role that holds the permission by default.</param>
    IPluginBuilder AddPermission(string key, Text description, Role grantedTo = Role.Member);

    /// <summary>Declares a feature in code, in addition to those in the manifest.</summary>
    IPluginBuilder AddFeature(FeatureDefinition feature);

    /// <summary>Makes <see cref="ISettings{T}"/> available, validated against the manifest's settings schema.</summary>
    /// <param name="typeInfo">Source-generated JSON metadata of the settings record.</param>
    IPluginBuilder AddSettings<TSettings>(JsonTypeInfo<TSettings> typeInfo) where TSettings : class, new();

    /// <summary>
    /// Adds source-generated JSON metadata for the types that endpoints take and return. Required for every such type:
    /// reflection-based JSON is switched off for plugins.
    /// </summary>
    IPluginBuilder AddJson(IJsonTypeInfoResolver resolver);

    /// <summary>
    /// Maps HTTP endpoints below <c>/api</c>. Every endpoint needs either <c>RequirePermission</c> or
    /// <c>AllowPublic(reason)</c>; one with neither is refused when the plugin is activated.
    /// </summary>
    IPluginBuilder MapEndpoints(Action<IEndpointRouteBuilder> map);
}
