using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Plugins;
using AIWendy.Integration.Tests.Data;
using AIWendy.Samples.Tests.Outsider;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Samples.Tests.Hosting;

/// <summary>The product with its journal, coaches and models on real PostgreSQL, and the built samples beside it.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();
    private readonly string folder = Directory.CreateTempSubdirectory("aiwendy-samples-").FullName;
    private WebApplication? app;

    /// <summary>The key that the example of a sign-in method expects.</summary>
    internal const string HandbookKey = "a-key-of-the-handbook";

    internal BuiltSamples Samples { get; } = new();

    internal IServiceProvider Services => app!.Services;

    internal HttpClient Client { get; private set; } = null!;

    internal RetiredVersions Retired => app!.Services.GetRequiredService<RetiredVersions>();

    public async Task InitializeAsync()
    {
        await Task.WhenAll(Samples.BuildAsync(), postgres.InitializeAsync());
        HostSettings database = await postgres.CreateDatabaseAsync();
        HostConfiguration configuration = HostConfiguration.Load(
            new Dictionary<string, string>
            {
                ["HOME"] = folder,
                ["AIWENDY_PORT"] = FreePort().ToString(CultureInfo.InvariantCulture),
                ["AIWENDY_BIND"] = "127.0.0.1",
                ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
                ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
                ["AIWENDY_PLUGINS_DIR"] = BuiltIn("built-in", "Coaching", "Journal", "Models"),
                ["AIWENDY_SECRET_KEY"] = database.SecretKey!,
                ["DATABASE_URL"] = database.DatabaseUrl!,
                ["HANDBOOK_KEY"] = HandbookKey,
            },
            folder);
        app = ServeHost.Build(configuration);
        await app.StartAsync();
        IPlatformReadiness readiness = app.Services.GetRequiredService<IPlatformReadiness>();
        await Eventually(() => Task.FromResult(readiness.IsReady || readiness.Failure is not null), "the host is ready");
        readiness.Failure.Should().BeNull();
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{configuration.Settings.Port}")) };
        await JsonAsync(HttpMethod.Post, "/api/admin/publisher-keys", new { publisher = "Outsider", publicKey = Samples.PublicKey, revoked = false });
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await postgres.DisposeAsync();
        Samples.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Settings with which another host runs, one where people sign in.</summary>
    internal IReadOnlyDictionary<string, string> Installation() => new Dictionary<string, string>
    {
        ["AIWENDY_HOST"] = AppContext.BaseDirectory,
        ["AIWENDY_PLUGINS_DIR"] = BuiltIn("built-in-with-accounts", "Accounts", "Coaching", "Journal", "Models"),
    };

    /// <summary>Installs the signed package of a plugin, or upgrades to it, as an administrator does.</summary>
    internal async Task InstallAsync(string id, string version)
    {
        JsonNode plugin = await InstallFileAsync(Samples.Package(id, version), allowUnsigned: null);
        ((string)plugin["version"]!).Should().Be(version);
        ((string)plugin["trust"]!).Should().Be("trusted");
    }

    /// <summary>Installs a package.</summary>
    internal async Task<JsonNode> InstallFileAsync(string file, string? allowUnsigned, bool draft = false)
    {
        using MultipartFormDataContent form = new() { { new ByteArrayContent(await File.ReadAllBytesAsync(file)), "file", "plugin.aiwp" } };
        JsonNode plan = await JsonAsync(HttpMethod.Post, "/api/admin/plugins/packages", form);
        plan["problems"]!.AsArray().Should().HaveCount(allowUnsigned is null ? 0 : 1, plan.ToJsonString());
        JsonNode plugin = await JsonAsync(HttpMethod.Post, "/api/admin/plugins/installations", new { sha256 = (string)plan["sha256"]!, allowUnsigned, allowDowngrade = false, draft });
        ((string)plugin["state"]!).Should().Be("active", (string?)plugin["reason"]);
        return plugin;
    }

    /// <summary>Sends a table to the journal.</summary>
    internal async Task<JsonNode> ImportAsync(string csv, bool commit)
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent(commit ? "true" : "false"), "commit" },
            { new StringContent(csv), "file", "trades.csv" },
        };
        return await JsonAsync(HttpMethod.Post, "/api/journal/imports", form);
    }

    /// <summary>Takes a plugin away; its memory must come back.</summary>
    internal async Task RemoveAsync(string id)
    {
        await JsonAsync(HttpMethod.Delete, $"/api/admin/plugins/{id}?purge=true", expected: HttpStatusCode.NoContent);
        (await GetAsync("/api/admin/plugins")).ToJsonString().Should().NotContain(id);
        await Eventually(() => Task.FromResult(Retired.CountStuck(0) == 0), "nothing keeps the removed versions in memory");
    }

    internal async Task<JsonNode> JsonAsync(HttpMethod method, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null)
        {
            request.Content = body as HttpContent ?? new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(expected, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    internal Task<JsonNode> GetAsync(string path) => JsonAsync(HttpMethod.Get, path);

    internal static async Task Eventually(Func<Task<bool>> done, string what)
    {
        DateTime deadline = DateTime.UtcNow + TimeSpan.FromSeconds(60);
        while (!await done())
        {
            DateTime.UtcNow.Should().BeBefore(deadline, what);
            await Task.Delay(25);
        }
    }

    internal static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string BuiltIn(string name, params string[] plugins)
    {
        string output = Path.GetRelativePath(Repository.Path("tests", "AIWendy.Samples.Tests"), AppContext.BaseDirectory).TrimEnd('/');
        string built = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        foreach (string plugin in plugins)
        {
            Directory.CreateSymbolicLink(Path.Combine(built, plugin), Repository.Path("plugins", "core", plugin, output));
        }

        return built;
    }
}

[CollectionDefinition(Name)]
public sealed class SampleCollection : ICollectionFixture<SampleHost>
{
    public const string Name = "Samples";
}
