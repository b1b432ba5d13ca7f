using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins;
using AIWendy.Host.Settings;
using AIWendy.Host.Tests;
using AIWendy.Host.Tests.Http;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Integration.Tests.Runs;

public sealed record DemoSettings
{
    public int Limit { get; init; } = 5;

    public string Mode { get; init; } = "calm";

    public string? Token { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DemoSettings))]
internal sealed partial class DemoJson : JsonSerializerContext;

[Collection(PostgresCollection.Name)]
public sealed class PluginSettingsTests(PostgresFixture postgres)
{
    private const string Schema =
        """
        {"type":"object","additionalProperties":false,"properties":{
          "limit":{"type":"integer","minimum":1,"maximum":10},
          "mode":{"type":"string","enum":["calm","strict"]},
          "token":{"type":["string","null"],"minLength":4,"writeOnly":true}}}
        """;

    [Fact]
    public async Task Settings_are_validated_kept_and_seen_by_every_node()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost first = await StartAsync(database);
        await using TestHost second = await StartAsync(database);
        ISettings<DemoSettings> here = Accessor(first);
        ISettings<DemoSettings> there = Accessor(second);
        using IDisposable call = CallContext.Enter(RunHost.Guest());
        (await here.GetAsync()).Should().Be(new DemoSettings());
        (await there.GetAsync()).Should().Be(new DemoSettings());

        await here.SaveAsync(new DemoSettings { Limit = 7, Mode = "strict" });
        (await here.GetAsync()).Limit.Should().Be(7);
        await Eventually.Async(() => there.GetAsync().AsTask().GetAwaiter().GetResult().Limit == 7);
        ReferenceEquals(await there.GetAsync(), await there.GetAsync()).Should().BeTrue("the value is cached");

        Func<Task> save = () => here.SaveAsync(new DemoSettings { Limit = 11 });
        ProblemException refused = (await save.Should().ThrowAsync<ProblemException>()).Which;
        refused.Code.Should().Be("settings_invalid");
        refused.Errors.Should().ContainKey("$.limit");
    }

    [Fact]
    public async Task An_administrator_reads_and_replaces_settings()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await StartAsync(database);
        JsonElement view = await host.Client.GetFromJsonAsync<JsonElement>("/api/plugins/test.demo/settings");
        view.GetProperty("schema").GetProperty("properties").GetProperty("limit").GetProperty("maximum").GetInt32().Should().Be(10);
        view.GetProperty("values").EnumerateObject().Should().BeEmpty();

        (await host.Client.PutAsJsonAsync("/api/plugins/test.demo/settings", new { limit = 3 })).EnsureSuccessStatusCode();
        view = await host.Client.GetFromJsonAsync<JsonElement>("/api/plugins/test.demo/settings");
        view.GetProperty("values").GetProperty("limit").GetInt32().Should().Be(3);

        HttpResponseMessage response = await host.Client.PutAsJsonAsync("/api/plugins/test.demo/settings", new { limit = "many", mode = "wild", other = 1 });
        JsonElement problem = await response.ShouldBeProblemAsync(400, "settings_invalid");
        problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("$.limit", "$.mode", "$.other");
        await (await host.Client.PutAsJsonAsync("/api/plugins/test.demo/settings", new[] { 1 })).ShouldBeProblemAsync(400, "settings_invalid");
        await (await host.Client.GetAsync("/api/plugins/test.unknown/settings")).ShouldBeProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task A_secret_lies_sealed_reaches_the_plugin_and_is_never_shown()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await using TestHost host = await StartAsync(database);
        ISettings<DemoSettings> plugin = Accessor(host);
        const string Path = "/api/plugins/test.demo/settings";
        using IDisposable call = CallContext.Enter(RunHost.Guest());

        string answer = await (await host.Client.PutAsJsonAsync(Path, new { token = "hook-secret-1" })).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        answer.Should().NotContain("hook-secret").And.Contain("\"secretsSet\":[\"token\"]");
        (await plugin.GetAsync()).Token.Should().Be("hook-secret-1");
        (await host.Services.GetRequiredService<PluginSettingsStore>().GetAsync(RunHost.Guest().TenantId, "test.demo", default)).Json
            .Should().NotContain("hook-secret");

        (await host.Client.PutAsJsonAsync(Path, new { limit = 3 })).EnsureSuccessStatusCode();
        (await plugin.GetAsync()).Should().Match<DemoSettings>(settings => settings.Limit == 3 && settings.Token == "hook-secret-1", "a secret that is left out stays");

        await plugin.SaveAsync(new DemoSettings { Token = "hook-secret-2" });
        (await host.Client.GetStringAsync(Path)).Should().NotContain("hook-secret");
        await (await host.Client.PutAsJsonAsync(Path, new { token = "abc" })).ShouldBeProblemAsync(400, "settings_invalid");

        answer = await (await host.Client.PutAsJsonAsync(Path, new { token = (string?)null })).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        answer.Should().Contain("\"secretsSet\":[]");
        (await plugin.GetAsync()).Token.Should().BeNull();
    }

    private static ISettings<DemoSettings> Accessor(TestHost host) =>
        host.Services.GetRequiredService<IPluginSettingsFactory>().Create("test.demo", Parse(), DemoJson.Default.DemoSettings);

    private static async Task<TestHost> StartAsync(HostDatabase database)
    {
        TestHost host = await RunHost.StartAsync(database);
        PluginManifest manifest = new() { Id = "test.demo", Name = "Demo", Version = "1.0.0", Sdk = "[1.0,2.0)", Entry = "x.dll", Settings = Parse() };
        host.Plugins.Plugins = [new PluginStatus(manifest, PluginState.Active, null, BuiltIn: true, "/")];
        return host;
    }

    private static JsonElement Parse()
    {
        using JsonDocument document = JsonDocument.Parse(Schema);
        return document.RootElement.Clone();
    }
}
