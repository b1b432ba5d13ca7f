using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AIWendy.Host.Plugins;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>What people notice of a plugin that is installed, upgraded, switched and removed while they work: nothing.</summary>
[Collection(PostgresCollection.Name)]
public sealed class LifeUnderLoadTests(PostgresFixture postgres) : IDisposable
{
    private const int Upgrades = 5;

    // Each with what every answer of it holds.
    private static readonly (string Path, string Holds)[] Asked =
    [
        ("/api/sample/text", "sample 1."), ("/api/sample/record/ada", "ada"), ("/api/sample/notes", "[]"),
        ("/api/sample/slow?ms=150", "hello"), ("/api/sample/stream?events=8&ms=25", " 7\n"), ("/healthz/live", ""), ("/api/platform", "AIWendy"),
    ];

    private readonly PluginFolders folders = new();
    private readonly ConcurrentQueue<string> failures = new();
    private volatile bool isAway;
    private int answers;

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_whole_life_of_a_plugin_fails_no_request_and_cuts_no_stream()
    {
        await using WholeHost host = await WholeHost.StartAsync(await postgres.CreateDatabaseAsync());
        (await host.InstallAsync(await folders.PackSampleAsync("1.0.0"))).GetProperty("state").GetString().Should().Be("active");
        using CancellationTokenSource stop = new();
        Task load = Task.WhenAll(Asked.Select(asked => Task.Run(() => AskAsync(host, asked.Path, asked.Holds, stop.Token))));

        for (int upgrade = 1; upgrade <= Upgrades; upgrade++)
        {
            JsonElement view = await host.InstallAsync(await folders.PackSampleAsync($"1.0.{upgrade}"));
            view.GetProperty("version").GetString().Should().Be($"1.0.{upgrade}");
        }

        isAway = true;
        (await host.PostAsync("/api/admin/plugins/test.sample/disable")).GetProperty("state").GetString().Should().Be("disabled");
        (await host.PostAsync("/api/admin/plugins/test.sample/enable")).GetProperty("state").GetString().Should().Be("active");
        isAway = false;
        (await host.SampleAsync()).Should().Be($"sample 1.0.{Upgrades}");
        isAway = true;
        (await host.Client.DeleteAsync("/api/admin/plugins/test.sample")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await stop.CancelAsync();
        await load;

        failures.Should().BeEmpty();
        answers.Should().BeGreaterThan(200);
        host.Service<RetiredVersions>().CountStuck(0).Should().Be(0, "every version leaves memory");
    }

    private async Task AskAsync(WholeHost host, string path, string holds, CancellationToken stop)
    {
        using HttpClient client = host.NewClient();
        while (!stop.IsCancellationRequested)
        {
            bool mayBeAway = isAway;
            try
            {
                using HttpResponseMessage response = await client.GetAsync(path, CancellationToken.None);
                string text = await response.Content.ReadAsStringAsync(CancellationToken.None);
                mayBeAway |= isAway;
                bool isAnswered = response.IsSuccessStatusCode && text.Contains(holds, StringComparison.Ordinal);
                if (!isAnswered && !(mayBeAway && response.StatusCode == HttpStatusCode.NotFound && text.Contains("\"code\":\"not_found\"", StringComparison.Ordinal)))
                {
                    failures.Enqueue($"{path}: {(int)response.StatusCode} {text}");
                }
            }
            catch (HttpRequestException error)
            {
                failures.Enqueue($"{path}: {error.Message} {error.InnerException?.Message}");
            }

            Interlocked.Increment(ref answers);
        }
    }
}
