using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Building;
using AIWendy.Host.Plugins.Discovery;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AIWendy.Host.Http.OpenApi;

/// <summary>
/// Describes the API of the host and of the built-in plugins, at build time. It loads the plugins and looks at their
/// endpoints; it neither listens nor needs a database. The framework's generator keeps what it has seen for ever, so it
/// has no place in a process that replaces plugins.
/// </summary>
internal static class OpenApiGenerator
{
    /// <summary>Key under which the host's own part is returned.</summary>
    public const string HostPart = "";

    private const string DocumentName = "v1";

    /// <summary>The description of each plugin by its id, and the host's own under <see cref="HostPart"/>.</summary>
    /// <exception cref="PluginRefusedException">A plugin can not be loaded.</exception>
    public static async Task<IReadOnlyDictionary<string, JsonObject>> GenerateAsync(HostConfiguration configuration, CancellationToken cancellationToken)
    {
        LateEndpoints endpoints = new();
        await using WebApplication app = ServeHost.Build(configuration, builder =>
        {
            builder.Services.AddOpenApi(DocumentName, OpenApiConventions.Apply);
            builder.Services.AddSingleton<EndpointDataSource>(endpoints);
            EveryService.Install(builder.Services);
        });
        endpoints.Sources = ((IEndpointRouteBuilder)app).DataSources;

        DiscoveryResult found = await app.Services.GetRequiredService<PluginDiscovery>().ScanAsync(new Dictionary<string, string>(), cancellationToken);
        PluginFactory factory = app.Services.GetRequiredService<PluginFactory>();
        List<PluginInstance> instances = [];
        try
        {
            foreach (PluginPackage package in found.Packages.Values.Where(package => package.BuiltIn).OrderBy(package => package.Id, StringComparer.Ordinal))
            {
                instances.Add(await factory.BuildAsync(package, cancellationToken));
            }

            app.Services.GetRequiredService<ActivePlugins>().Publish(instances);
            IOpenApiDocumentProvider provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
            OpenApiDocument document = await provider.GetOpenApiDocumentAsync(cancellationToken);
            string text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
            return OpenApiParts.Split(JsonNode.Parse(text)!.AsObject(), instances.Select(instance => instance.Id));
        }
        finally
        {
            foreach (PluginInstance instance in instances)
            {
                await instance.DisposeAsync();
            }
        }
    }

    /// <summary>The text of a part as it is kept in the repository.</summary>
    public static string Format(JsonNode part) =>
        part.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }) + "\n";

    /// <summary>The application's endpoints, which exist only after the services that ask for them.</summary>
    private sealed class LateEndpoints : EndpointDataSource
    {
        public IEnumerable<EndpointDataSource> Sources { get; set; } = [];

        public override IReadOnlyList<Endpoint> Endpoints => [.. Sources.SelectMany(source => source.Endpoints)];

        public override Microsoft.Extensions.Primitives.IChangeToken GetChangeToken() =>
            Microsoft.Extensions.FileProviders.NullChangeToken.Singleton;
    }
}
