using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Tests;
using AIWendy.Integration.Tests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>The whole host with a data folder of its own and no plugin of the product; several of them may share a database.</summary>
internal sealed class WholeHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private WholeHost(WebApplication app, string folder, HostSettings settings)
    {
        this.app = app;
        this.folder = folder;
        Settings = settings;
        Client = NewClient();
    }

    public HostSettings Settings { get; }

    public HttpClient Client { get; }

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<WholeHost> StartAsync(HostSettings database, params (string Key, string Value)[] environment)
    {
        string folder = Path.Combine(Path.GetTempPath(), "aiwendy-whole-" + Path.GetRandomFileName());
        Directory.CreateDirectory(Path.Combine(folder, "built-in"));
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = folder,
            ["AIWENDY_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_BIND"] = "127.0.0.1",
            ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
            ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
            ["AIWENDY_PLUGINS_DIR"] = Path.Combine(folder, "built-in"),
            ["AIWENDY_SECRET_KEY"] = database.SecretKey!,
            ["DATABASE_URL"] = database.DatabaseUrl!,
        };
        foreach ((string key, string value) in environment)
        {
            variables[key] = value;
        }

        HostConfiguration configuration = HostConfiguration.Load(variables, folder);
        WholeHost host = new(ServeHost.Build(configuration), folder, configuration.Settings);
        await host.app.StartAsync();
        IPlatformReadiness readiness = host.Service<IPlatformReadiness>();
        await Eventually.Async(() => readiness.IsReady || readiness.Failure is not null, seconds: 60);
        readiness.Failure.Should().BeNull();
        return host;
    }

    public HttpClient NewClient() => new() { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Settings.Port}")) };

    /// <summary>A client that administers as the command line does.</summary>
    public HttpClient NewAdministrator()
    {
        HttpClient client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(AdminToken.PathIn(Settings)));
        return client;
    }

    /// <summary>Sends a package and returns its plan.</summary>
    public async Task<JsonElement> StageAsync(string file)
    {
        using MultipartFormDataContent form = new() { { new ByteArrayContent(await File.ReadAllBytesAsync(file)), "file", Path.GetFileName(file) } };
        using HttpResponseMessage response = await Client.PostAsync("/api/admin/plugins/packages", form);
        return await ReadAsync(response);
    }

    /// <summary>Installs a package that nobody signed; returns the plugin, or the problem.</summary>
    public async Task<JsonElement> InstallAsync(string file, bool allowDowngrade = false)
    {
        JsonElement plan = await StageAsync(file);
        string id = plan.GetProperty("id").GetString()!;
        using HttpResponseMessage response = await Client.PostAsJsonAsync(
            "/api/admin/plugins/installations", new { sha256 = plan.GetProperty("sha256").GetString(), allowUnsigned = id, allowDowngrade });
        return await ReadAsync(response);
    }

    public async Task<JsonElement> PostAsync(string path)
    {
        using HttpResponseMessage response = await Client.PostAsync(path, null);
        return await ReadAsync(response);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using HttpResponseMessage response = await Client.GetAsync(path);
        return await ReadAsync(response);
    }

    /// <summary>What the sample says, or the status when it does not answer.</summary>
    public async Task<string> SampleAsync()
    {
        using HttpResponseMessage response = await Client.GetAsync("/api/sample/text");
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Waits five seconds at most until the sample says this.</summary>
    public async Task ShouldComeToSayAsync(string expected)
    {
        Stopwatch watch = Stopwatch.StartNew();
        string said;
        while ((said = await SampleAsync()) != expected && watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            await Task.Delay(20);
        }

        said.Should().Be(expected, "replicas follow within five seconds");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
