using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Plugins;

namespace AIWendy.Host.Http.OpenApi;

/// <summary>
/// The description of what this installation serves now: the host's part, which is built in, and what every active
/// plugin brings in its <c>openapi.json</c>.
/// </summary>
internal sealed partial class OpenApiDescription : IDisposable
{
    private const string HostResource = "host.openapi.json";
    private const string PluginFile = "openapi.json";

    private readonly IPluginRuntime plugins;
    private readonly ILogger<OpenApiDescription> logger;
    private byte[]? merged;

    public OpenApiDescription(IPluginRuntime plugins, ILogger<OpenApiDescription> logger)
    {
        this.plugins = plugins;
        this.logger = logger;
        plugins.Changed += Forget;
    }

    /// <summary>The whole document as UTF-8 JSON.</summary>
    public byte[] Read() => Volatile.Read(ref merged) ?? Build();

    public void Dispose() => plugins.Changed -= Forget;

    private void Forget() => Volatile.Write(ref merged, null);

    private byte[] Build()
    {
        IEnumerable<JsonObject> parts = plugins.Plugins
            .Where(plugin => plugin.State == PluginState.Active)
            .Select(ReadPlugin)
            .OfType<JsonObject>();
        byte[] built = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(OpenApiParts.Merge(ReadHost(), parts));
        Volatile.Write(ref merged, built);
        return built;
    }

    private JsonObject? ReadPlugin(PluginStatus plugin)
    {
        string path = Path.Combine(plugin.Directory, PluginFile);
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            LogUnreadable(logger, exception, plugin.Manifest.Id);
            return null;
        }
    }

    private static JsonObject ReadHost()
    {
        using Stream resource = typeof(OpenApiDescription).Assembly.GetManifestResourceStream(HostResource)
            ?? throw new InvalidOperationException($"{HostResource} was not built in.");
        return JsonNode.Parse(resource)!.AsObject();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The API description of {PluginId} can not be read")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string pluginId);
}
