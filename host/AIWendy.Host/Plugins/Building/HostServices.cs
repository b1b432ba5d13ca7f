using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins.Extensions;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Features;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace AIWendy.Host.Plugins.Building;

/// <summary>Hands chosen services of the host to a plugin's own collection.</summary>
internal static class HostServices
{
    private static readonly Type[] Forwarded =
    [
        typeof(IConfiguration),
        typeof(TimeProvider),
        typeof(ITenantContext),
        typeof(ICurrentUser),
        typeof(IDeployment),
        typeof(IPermissions),
        typeof(IEvents),
        typeof(IRuns),
        typeof(IFeatures),
        typeof(ILicenceLimits),
        typeof(ISecrets),
        typeof(IAuditLog),
        typeof(IOutboundHttp),
        typeof(ITenantDatabase),
        typeof(IPersonalData),
        typeof(LinkGenerator),
    ];

    /// <summary>
    /// Adds the host's services as instances. A factory would make the plugin's container own, and dispose, them.
    /// </summary>
    public static void AddTo(IServiceCollection services, IServiceProvider host, ILoggerFactory log, IJobs jobs, PluginContributions contributions)
    {
        services.AddOptions();
        services.AddRouting();
        services.AddSingleton(log);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        foreach (Type type in Forwarded)
        {
            if (host.GetService(type) is { } instance)
            {
                services.AddSingleton(type, instance);
            }
        }

        services.AddSingleton(jobs);
        services.AddSingleton(host.GetRequiredService<IHostDatabase>());
        services.AddSingleton(host.GetRequiredService<ActivePlugins>());
        services.AddSingleton(host.GetRequiredService<PluginFaults>());
        services.AddSingleton(typeof(IExtensions<>), typeof(HostExtensions<>));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(options => ConfigureJson(options.SerializerOptions, contributions.Json));
    }

    // The chain is built anew for each plugin version: equal serializer options share one cache of the whole process,
    // and the resolver's identity is what keeps a plugin's types out of the host's.
    private static void ConfigureJson(JsonSerializerOptions options, List<IJsonTypeInfoResolver> resolvers)
    {
        options.MaxDepth = 32;
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine([.. resolvers, new CommonJson()]);
    }
}

/// <summary>Metadata of the types that any endpoint may return.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class CommonJson : JsonSerializerContext;
