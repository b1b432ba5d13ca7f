using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Integration.Tests.Data;
using AIWendy.Packaging;
using AIWendy.Packaging.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>A feed on a web server: seen before anything is fetched, and reached only as other outgoing connections are.</summary>
[Collection(PostgresCollection.Name)]
public sealed class FeedInstallationTests(PostgresFixture postgres) : IDisposable
{
    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task Publisher_permissions_and_changes_are_shown_before_a_plugin_comes_over_http()
    {
        using PublisherKey key = PublisherKey.Create();
        await using WebApplication server = await ServeAsync(await BuildFeedAsync(key));
        await using WholeHost host = await WholeHost.StartAsync(
            await postgres.CreateDatabaseAsync(), ("AIWENDY_FEED", server.Urls.First()), ("AIWENDY_ALLOW_PRIVATE_ENDPOINTS", "1"));
        (await host.Client.PostAsJsonAsync("/api/admin/publisher-keys", new { publisher = "Example Ltd", publicKey = key.PublicKeyPem, revoked = false })).EnsureSuccessStatusCode();

        JsonElement item = (await host.GetAsync("/api/admin/feed")).GetProperty("items")[0];
        item.GetProperty("publisher").GetString().Should().Be("Example");
        item.GetProperty("installed").ValueKind.Should().Be(JsonValueKind.Null);
        JsonElement newest = item.GetProperty("versions")[0];
        newest.GetProperty("version").GetString().Should().Be("1.1.0");
        newest.GetProperty("permissions").ToString().Should().Be("""["journal.read"]""");
        newest.GetProperty("changes").GetString().Should().Be("- Counts twice.");
        newest.GetProperty("keyId").GetString().Should().Be(key.KeyId);

        foreach (string? version in new[] { "1.0.0", null })
        {
            JsonElement plan = await ReadAsync(await host.Client.PostAsJsonAsync("/api/admin/plugins/packages", new { feedId = "test.sample", version }));
            plan.GetProperty("publisher").GetString().Should().Be("Example Ltd", plan.ToString());
            (await host.Client.PostAsJsonAsync("/api/admin/plugins/installations", new { sha256 = plan.GetProperty("sha256").GetString(), allowDowngrade = false })).EnsureSuccessStatusCode();
            (await host.SampleAsync()).Should().Be("sample " + (version ?? "1.1.0"));
        }

        (await host.GetAsync("/api/admin/feed")).GetProperty("items")[0].GetProperty("installed").GetString().Should().Be("1.1.0");
        using HttpResponseMessage absent = await host.Client.PostAsJsonAsync("/api/admin/plugins/packages", new { feedId = "test.sample", version = "9.0.0" });
        absent.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_feed_on_the_own_network_is_not_called_unless_the_operator_allows_it()
    {
        await using WholeHost host = await WholeHost.StartAsync(
            await postgres.CreateDatabaseAsync(), ("AIWENDY_FEED", "http://127.0.0.1:1"), ("AIWENDY_ALLOW_PRIVATE_ENDPOINTS", "0"));
        (await host.GetAsync("/api/admin/feed")).GetProperty("code").GetString().Should().Be("address_not_allowed");
    }

    private async Task<string> BuildFeedAsync(PublisherKey key)
    {
        string feed = string.Empty;
        foreach (string version in new[] { "1.0.0", "1.1.0" })
        {
            string folder = folders.Add("sample", "test.sample", version, manifest =>
            {
                manifest["publisher"] = "Example";
                manifest["permissions"] = new JsonArray("journal.read");
            });
            await File.WriteAllTextAsync(Path.Combine(folder, "CHANGELOG.md"), "# Changelog\n\n## 1.1.0 - 2026-02-01\n\n- Counts twice.\n\n## 1.0.0 - 2026-01-01\n\n- Counts.\n");
            feed = Path.GetDirectoryName(await folders.PackAsync(folder, key, into: "feed"))!;
        }

        (await PackagingCommands.RunAsync(["feed", "build", feed], TextWriter.Null, TextWriter.Null)).Should().Be(0);
        return feed;
    }

    private static async Task<WebApplication> ServeAsync(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), ServeUnknownFileTypes = true });
        await app.StartAsync();
        return app;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return JsonElement.Parse(await response.Content.ReadAsStringAsync());
        }
    }
}
