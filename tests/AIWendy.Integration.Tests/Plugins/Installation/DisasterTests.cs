using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Configuration;
using AIWendy.Host.Tests;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>The whole host as a process, with plugins that no host should survive, and the start after that.</summary>
[Collection(PostgresCollection.Name)]
public sealed class DisasterTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_host_that_a_plugin_brings_down_at_every_start_comes_back_without_it()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        folders.AddSample("1.0.0");
        string killer = folders.AddRogueOfItsOwn("end-process-in-start");
        string thrower = folders.AddRogueOfItsOwn("throw-in-start");
        string threads = folders.AddRogueOfItsOwn("throw-in-async-void");
        await using HostProcess host = new(settings);
        folders.CopyInstalledTo(host.PluginsFolder);

        for (int crash = 1; crash <= 3; crash++)
        {
            await host.StartToItsEndAsync();
        }

        await host.StartAsync();

        await Eventually.Async(async () => await StateAsync(host, "test.sample") == "active" && await StateAsync(host, threads) == "active");
        (await host.SampleAsync()).Should().Be("sample 1.0.0");
        JsonElement left = await PluginAsync(host, killer);
        left.GetProperty("state").GetString().Should().Be("faulted");
        left.GetProperty("reason").GetString().Should().Be("Left out because the host ended 3 times while it started. Try it again when the cause is gone.");
        (await PluginAsync(host, thrower)).GetProperty("reason").GetString().Should().Be("StartAsync failed: The start is broken.");
        (await PluginAsync(host, threads)).GetProperty("fault").GetProperty("message").GetString().Should().Be("Nobody waits for this.");

        await host.KillAsync();
        await host.StartAsync();
        (await StateAsync(host, killer)).Should().Be("faulted", "a start that went well without it proves nothing about it");

        await File.WriteAllTextAsync(Path.Combine(host.PluginsFolder, killer, "1.0.0", "behaviour.txt"), "well-behaved");
        using HttpResponseMessage retried = await host.Client.PostAsync($"/api/admin/plugins/{killer}/retry", null);
        JsonDocument.Parse(await retried.Content.ReadAsStringAsync()).RootElement.GetProperty("state").GetString().Should().Be("active");
    }

    private static async Task<string?> StateAsync(HostProcess host, string id) => (await PluginAsync(host, id)).GetProperty("state").GetString();

    private static Task<JsonElement> PluginAsync(HostProcess host, string id) => host.Client.GetFromJsonAsync<JsonElement>("/api/admin/plugins/" + id);
}
