using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace AIWendy.Integration.Tests.Licences;

/// <summary>The whole host in cloud mode with one plugin of the cloud edition, and a clock that can be shifted.</summary>
internal sealed class LicensedHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private LicensedHost(WebApplication app, string folder, int port)
    {
        this.app = app;
        this.folder = folder;
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    public HttpClient Client { get; }

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts a host.</summary>
    /// <param name="database">Database that it works on.</param>
    /// <param name="developmentKey">Key that lies in its folder, or null.</param>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="licence">What AIWENDY_LICENCE holds.</param>
    public static async Task<LicensedHost> StartAsync(
        HostSettings database, ECDsa? developmentKey = null, string environment = "Development", ShiftedTime? time = null, string? licence = null)
    {
        string folder = Path.Combine(Path.GetTempPath(), "aiwendy-licensed-" + Path.GetRandomFileName());
        AddSample(Path.Combine(folder, "built-in", "test.sample"));
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        if (developmentKey is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "keys", "key.pub.pem"), developmentKey.ExportSubjectPublicKeyInfoPem());
        }

        int port = FreePort();
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = folder,
            ["AIWENDY_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_BIND"] = "127.0.0.1",
            ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
            ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
            ["AIWENDY_PLUGINS_DIR"] = Path.Combine(folder, "built-in"),
            ["AIWENDY_LICENCE_KEYS"] = Path.Combine(folder, "keys"),
            ["AIWENDY_LICENCE"] = licence ?? string.Empty,
            ["AIWENDY_AUTH_REQUIRED"] = "0",
            ["DEPLOYMENT_MODE"] = "cloud",
            ["AIWENDY_SECRET_KEY"] = database.SecretKey!,
            ["DATABASE_URL"] = database.DatabaseUrl!,
        };
        WebApplication app = ServeHost.Build(HostConfiguration.Load(variables, folder), builder =>
        {
            builder.Services.AddSingleton<IHostEnvironment>(new NamedEnvironment(builder.Environment, environment));
            builder.Services.AddSingleton(new JobLimits { Postponement = TimeSpan.FromSeconds(1) });
            if (time is not null)
            {
                builder.Services.AddSingleton<TimeProvider>(time);
            }
        });
        LicensedHost host = new(app, folder, port);
        await app.StartAsync();
        IPlatformReadiness readiness = host.Service<IPlatformReadiness>();
        await ShouldComeAsync(() => Task.FromResult(readiness.IsReady || readiness.Failure is not null), seconds: 60);
        readiness.Failure.Should().BeNull();
        return host;
    }

    /// <summary>Status and problem code of a request to the sample.</summary>
    public async Task<string> AskAsync(HttpMethod method, string path)
    {
        using HttpRequestMessage request = new(method, "/api/sample/" + path);
        using HttpResponseMessage response = await Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? "200" : $"{(int)response.StatusCode} {JsonNode.Parse(text)!["code"]}";
    }

    /// <summary>What reading, changing and exporting come to.</summary>
    public async Task<string> PaidAsync() =>
        $"{await AskAsync(HttpMethod.Get, "paid")}, {await AskAsync(HttpMethod.Post, "paid")}, {await AskAsync(HttpMethod.Get, "paid/export")}";

    public async Task<JsonElement> GetAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>The one licence that is installed.</summary>
    public async Task<JsonElement> LicenceAsync() => (await GetAsync("/api/admin/licences")).GetProperty("items").EnumerateArray().Single();

    public async Task<string> FeatureAsync()
    {
        JsonElement feature = (await GetAsync("/api/admin/features")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("key").GetString() == "sample.paid");
        return $"{(feature.GetProperty("isOn").GetBoolean() ? "on" : "off")} {feature.GetProperty("reason").GetString()}";
    }

    /// <summary>Installs a token; returns the answer, which may be a problem.</summary>
    public async Task<JsonElement> InstallAsync(string token)
    {
        using HttpResponseMessage response = await Client.PostAsJsonAsync("/api/admin/licences", new { token });
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    public static async Task ShouldComeAsync(Func<Task<bool>> condition, int seconds = 5)
    {
        for (DateTime deadline = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < deadline;)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(20);
        }

        (await condition()).Should().BeTrue("it should have come by now");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void AddSample(string target)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "test-plugins", "sample");
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string manifest = Path.Combine(target, "plugin.json");
        JsonNode json = JsonNode.Parse(File.ReadAllText(manifest))!;
        json["edition"] = "cloud";
        File.WriteAllText(manifest, json.ToJsonString());
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The environment under another name.</summary>
internal sealed class NamedEnvironment(IHostEnvironment actual, string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = actual.ApplicationName;

    public string ContentRootPath { get; set; } = actual.ContentRootPath;

    public IFileProvider ContentRootFileProvider { get; set; } = actual.ContentRootFileProvider;
}

/// <summary>The machine's clock, wrong by as much as a test says.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Shift;
}
