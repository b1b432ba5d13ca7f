using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Integration.Tests.Data;

namespace AIWendy.Integration.Tests.Plugins;

[Collection(PostgresCollection.Name)]
public sealed class PluginSwapTests(PostgresFixture postgres) : IDisposable
{
    private static readonly string[] Kinds =
    [
        "text", "record/ada", "greeting/ada", "parsed/3-4?limit=5", "stream?events=1&ms=1", "tools", "notes", "sql", "on", "slow?ms=1", "state",
    ];

    private readonly PluginFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task The_old_version_leaves_memory_after_every_kind_of_endpoint_was_used()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        await UseEverythingAsync(host);
        WeakReference old = ContextOf(host);
        PluginFigures before = host.Service<PluginMetrics>().Of("test.sample")!;
        before.ContextsAlive.Should().Be(1);
        before.DatabaseMs.Should().BePositive();
        before.MemoryBytes.Should().BeGreaterThan(10_000);

        await host.Runtime.ReplaceAsync(folders.AddSample("2.0.0"), CancellationToken.None);
        await UseEverythingAsync(host);

        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 2.0.0");
        Collect(old).Should().BeFalse("the load context of the old version must be gone");
        host.Service<PluginMetrics>().Of("test.sample")!.ContextsAlive.Should().Be(1);
        host.Retired.Alive.Should().Be(0);
    }

    [Fact]
    public async Task A_disabled_plugin_leaves_memory()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        await UseEverythingAsync(host);
        WeakReference old = ContextOf(host);

        await host.Runtime.DisableAsync("test.sample", CancellationToken.None);

        Collect(old).Should().BeFalse("the load context must be gone, without any further request");
    }

    [Fact]
    public async Task Thirty_swaps_under_load_fail_no_request()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        using CancellationTokenSource stop = new();
        Load load = new();
        Task[] clients = [.. Enumerable.Range(0, 6).Select(index => load.RunAsync(host, Kinds[(index * 2) % Kinds.Length], stop.Token)), load.RunAsync(host, "slow?ms=120", stop.Token), load.RunAsync(host, "stream?events=5&ms=20", stop.Token)];

        for (int swap = 1; swap <= 30; swap++)
        {
            await host.Runtime.ReplaceAsync(folders.AddSample($"1.0.{swap}"), CancellationToken.None);
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients);
        load.Failures.Should().BeEmpty();
        load.Requests.Should().BeGreaterThan(500);
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.30");
        host.Retired.CountStuck(0).Should().Be(0);
    }

    [Fact]
    public async Task A_hundred_swaps_leave_memory_flat()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        long early = 0;
        long earlyResident = 0;
        for (int swap = 1; swap <= 100; swap++)
        {
            await host.Runtime.ReplaceAsync(folders.AddSample($"1.0.{swap}"), CancellationToken.None);
            (await host.Client.GetStringAsync("/api/sample/record/ada")).Should().Contain("ada");
            (await host.Client.GetStringAsync("/api/sample/notes")).Should().Be("[]");
            if (swap == 50)
            {
                host.Retired.CountStuck(0).Should().Be(0);
                early = GC.GetTotalMemory(forceFullCollection: true);
                earlyResident = Environment.WorkingSet;
            }
        }

        host.Retired.CountStuck(0).Should().Be(0, "every retired version must be collected");
        GC.GetTotalMemory(forceFullCollection: true).Should().BeLessThan(early + (3 * 1024 * 1024));
        Environment.WorkingSet.Should().BeLessThan(earlyResident + (60L * 1024 * 1024));
    }

    [Fact]
    public async Task A_version_that_fails_leaves_the_old_one_serving()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        string broken = folders.AddSample("2.0.0");
        await File.WriteAllTextAsync(Path.Combine(broken, "AIWendy.Plugins.Sample.dll"), "damaged");

        Func<Task> replace = () => host.Runtime.ReplaceAsync(broken, CancellationToken.None);

        (await replace.Should().ThrowAsync<PluginRefusedException>()).WithMessage("*damaged or no .NET assembly*");
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.0.0");
        host.Status("test.sample").State.Should().Be(PluginState.Active);
    }

    [Fact]
    public async Task A_request_that_outlives_the_drain_limit_is_cut()
    {
        folders.AddSample("1.0.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders, options => options with { DrainLimit = TimeSpan.FromMilliseconds(300) });
        Task<string> endless = host.Client.GetStringAsync("/api/sample/stream?events=100000&ms=20");
        await Task.Delay(100);

        long started = Stopwatch.GetTimestamp();
        await host.Runtime.ReplaceAsync(folders.AddSample("2.0.0"), CancellationToken.None);

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(10));
        await ((Func<Task>)(() => endless)).Should().ThrowAsync<HttpRequestException>();
        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 2.0.0");
    }

    [Fact]
    public async Task A_rescan_takes_the_highest_installed_version()
    {
        folders.AddSample("1.9.0");
        await using PluginHost host = await PluginHost.StartAsync(postgres, folders);
        folders.AddSample("1.10.0");

        await host.Runtime.RescanAsync(CancellationToken.None);

        (await host.Client.GetStringAsync("/api/sample/text")).Should().Be("sample 1.10.0");
    }

    private static async Task UseEverythingAsync(PluginHost host)
    {
        using HttpClient client = host.NewClient();
        for (int round = 0; round < 3; round++)
        {
            foreach (string kind in Kinds)
            {
                (await client.GetStringAsync("/api/sample/" + kind)).Should().NotBeEmpty(kind);
            }

            using HttpResponseMessage added = await client.PostAsJsonAsync("/api/sample/notes", new { name = "n", version = "", number = 1 });
            added.EnsureSuccessStatusCode();
            using HttpResponseMessage echo = await client.PostAsJsonAsync("/api/sample/echo", new { name = "n", version = "", number = 1 });
            echo.EnsureSuccessStatusCode();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ContextOf(PluginHost host) => host.Active.Current.Instances.Single().WatchContext()!;

    private static bool Collect(WeakReference context)
    {
        long started = Stopwatch.GetTimestamp();
        while (context.IsAlive && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(20);
        }

        return context.IsAlive;
    }

    private sealed class Load
    {
        private int requests;

        public int Requests => requests;

        public System.Collections.Concurrent.ConcurrentQueue<string> Failures { get; } = new();

        public async Task RunAsync(PluginHost host, string kind, CancellationToken stop)
        {
            using HttpClient client = host.NewClient();
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    using HttpResponseMessage response = await client.GetAsync("/api/sample/" + kind, CancellationToken.None);
                    string body = await response.Content.ReadAsStringAsync(CancellationToken.None);
                    if (!response.IsSuccessStatusCode || body.Length == 0)
                    {
                        Failures.Enqueue($"{kind}: {(int)response.StatusCode}");
                    }
                }
                catch (Exception exception)
                {
                    Failures.Enqueue($"{kind}: {exception.Message} {exception.InnerException?.Message}");
                }

                Interlocked.Increment(ref requests);
            }
        }
    }
}
