using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AIWendy.Packaging;

namespace AIWendy.Bench.Lifecycle;

/// <summary>What an administrator does, through the REST API.</summary>
internal sealed class Administration(HttpClient client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Task TrustAsync(PublisherKey key) => SendAsync(HttpMethod.Post, "/api/admin/publisher-keys", JsonContent.Create(new
    {
        keyId = key.KeyId,
        publisher = "Benchmark",
        publicKey = key.PublicKeyPem,
        revoked = false,
    }));

    /// <summary>Sends a package in and installs it, or upgrades to it.</summary>
    public async Task InstallAsync(PluginArchive package)
    {
        using ByteArrayContent bytes = new(package.Content.ToArray());
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using MultipartFormDataContent form = new() { { bytes, "file", "plugin.aiwp" } };
        await SendAsync(HttpMethod.Post, "/api/admin/plugins/packages", form);
        JsonElement view = await SendAsync(HttpMethod.Post, "/api/admin/plugins/installations", JsonContent.Create(new
        {
            sha256 = package.Sha256,
            allowUnsigned = (string?)null,
            allowDowngrade = false,
        }));
        Require(view, "active", package.Manifest.Version);
    }

    public async Task EnableAsync(string id) => Require(await SendAsync(HttpMethod.Post, $"/api/admin/plugins/{id}/enable"), "active", null);

    public async Task DisableAsync(string id) => Require(await SendAsync(HttpMethod.Post, $"/api/admin/plugins/{id}/disable"), "disabled", null);

    public Task RemoveAsync(string id) => SendAsync(HttpMethod.Delete, $"/api/admin/plugins/{id}?purge=true");

    /// <summary>Waits until no more than so many versions of a plugin are in memory.</summary>
    /// <returns>How long that took, in seconds.</returns>
    public async Task<double> CollectedAsync(string id, int alive)
    {
        long began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            JsonElement view = await SendAsync(HttpMethod.Get, $"/api/admin/plugins/{id}");
            if (view.GetProperty("figures") is not { ValueKind: JsonValueKind.Object } figures || figures.GetProperty("contextsAlive").GetInt32() <= alive)
            {
                break;
            }

            await Task.Delay(50);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Require(JsonElement view, string state, string? version)
    {
        if (view.GetProperty("state").GetString() != state || (version is not null && view.GetProperty("version").GetString() != version))
        {
            throw new InvalidOperationException($"Expected {state} {version}, got: {view}");
        }
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        using HttpResponseMessage response = await client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {text}");
        }

        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
