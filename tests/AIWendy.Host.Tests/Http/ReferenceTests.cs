using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Plugins;
using AIWendy.Sdk;

namespace AIWendy.Host.Tests.Http;

public sealed class ReferenceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-plugin-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_description_follows_the_active_plugins()
    {
        File.WriteAllText(Path.Combine(folder, "openapi.json"),
            """{"openapi":"3.1.1","paths":{"/api/demo":{"get":{"tags":["Demo"],"responses":{}}}},"components":{"schemas":{"DemoThing":{"type":"object"}}}}""");
        await using TestHost host = await TestHost.StartAsync();
        JsonElement document = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        document.GetProperty("paths").TryGetProperty("/api/platform", out _).Should().BeTrue();
        document.GetProperty("components").GetProperty("schemas").TryGetProperty("Problem", out _).Should().BeTrue();
        document.GetProperty("paths").TryGetProperty("/api/demo", out _).Should().BeFalse();

        PluginManifest manifest = new() { Id = "test.demo", Name = "Demo", Version = "1.0.0", Sdk = "[1.0,2.0)", Entry = "x.dll" };
        host.Plugins.Plugins = [new PluginStatus(manifest, PluginState.Active, null, BuiltIn: true, folder)];
        host.Plugins.RaiseChanged();
        document = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        document.GetProperty("paths").TryGetProperty("/api/demo", out _).Should().BeTrue();
        document.GetProperty("components").GetProperty("schemas").TryGetProperty("DemoThing", out _).Should().BeTrue();

        host.Plugins.Plugins = [new PluginStatus(manifest, PluginState.Disabled, null, BuiltIn: true, folder)];
        host.Plugins.RaiseChanged();
        document = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        document.GetProperty("paths").TryGetProperty("/api/demo", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("/docs", "text/html", "/docs/reference.js")]
    [InlineData("/docs/reference.js", "text/javascript", "/openapi/v1.json")]
    [InlineData("/docs/reference.css", "text/css", "summary")]
    public async Task The_reference_page_needs_nothing_from_elsewhere(string path, string type, string part)
    {
        await using TestHost host = await TestHost.StartAsync(authenticationRequired: true);
        HttpResponseMessage response = await host.Client.GetAsync(path);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType!.MediaType.Should().Be(type);
        string text = await response.Content.ReadAsStringAsync();
        text.Should().Contain(part).And.NotContain("http://").And.NotContain("https://").And.NotContain("innerHTML").And.NotContain(" style=");
    }

    [Fact]
    public async Task Open_pages_hear_of_changed_plugins()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage response = await host.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        using StreamReader reader = new(await response.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).Should().Be(": listening");
        host.Plugins.RaiseChanged();
        string? line;
        do
        {
            line = await reader.ReadLineAsync();
        }
        while (line is { Length: 0 });
        line.Should().Be("data: {\"type\":\"plugins-changed\"}");
    }
}
