using System.Text.Json.Nodes;
using AIWendy.Host.Configuration;
using AIWendy.Host.Http.OpenApi;
using AIWendy.Integration.Tests.Security.Api;

namespace AIWendy.Integration.Tests.Http;

public sealed class OpenApiFreshnessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-openapi-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_descriptions_in_the_source_tree_are_what_the_endpoints_say()
    {
        using StringWriter output = new();
        int code = await OpenApiCommand.RunAsync(Configuration(), BuiltPlugins.Repository, write: false, output, CancellationToken.None);
        code.Should().Be(0, output.ToString());
    }

    [Fact]
    public async Task A_description_holds_every_schema_that_it_refers_to()
    {
        IReadOnlyDictionary<string, JsonObject> parts = await OpenApiGenerator.GenerateAsync(Configuration(), CancellationToken.None);
        parts.Keys.Should().Contain([OpenApiGenerator.HostPart, "aiwendy.journal", "aiwendy.coaching"]);
        foreach ((string id, JsonObject part) in parts)
        {
            string text = part.ToJsonString();
            JsonObject schemas = part["components"]!["schemas"]!.AsObject();
            foreach (string reference in text.Split("#/components/schemas/").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]))
            {
                schemas.ContainsKey(reference).Should().BeTrue($"{id} refers to {reference}");
            }
        }

        JsonObject merged = OpenApiParts.Merge(parts[OpenApiGenerator.HostPart], parts.Where(part => part.Key.Length > 0).Select(part => part.Value));
        merged["paths"]!.AsObject().Should().HaveCount(parts.Values.SelectMany(part => part["paths"]!.AsObject().Select(path => path.Key)).Distinct().Count());
        merged["paths"]!["/api/platform"]!["get"]!["responses"]!["default"]!["content"]!["application/problem+json"].Should().NotBeNull();
    }

    private HostConfiguration Configuration()
    {
        string plugins = BuiltPlugins.LinkInto(Path.Combine(folder, "plugins"));
        return HostConfiguration.Load(
            new Dictionary<string, string>
            {
                ["AIWENDY_PLUGINS_DIR"] = plugins,
                ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
                ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
                ["AIWENDY_LOG_LEVEL"] = "warning",
            },
            folder);
    }
}
