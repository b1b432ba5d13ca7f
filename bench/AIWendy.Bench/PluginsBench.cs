namespace AIWendy.Bench;

/// <summary>What many installed plugins cost: until they serve, for each request, and in memory.</summary>
internal static class PluginsBench
{
    private const int Plugins = 60;
    private const int Starts = 5;
    private const int Rounds = 7;

    public static async Task RunAsync(Workspace workspace, Report report)
    {
        await using ServerProcess database = await workspace.StartHostAsync(embedded: true);
        IReadOnlyList<string> all = Workspace.Further(Plugins);
        double without = await MedianAsync(workspace, [], report: null);
        await StartOnceAsync(workspace, all, "/healthz/ready", "many");
        double with = await MedianAsync(workspace, all, report);
        report.Figure($"memory of each of {Plugins} plugins", (with - without) / Plugins, "MiB", (with - without) / Plugins < 1.5, "< 1.5 MiB");

        await using ServerProcess host = await workspace.StartHostAsync(embedded: false, plugins: all, data: "many");
        await using ServerProcess bare = await workspace.StartBareAsync();
        await EndpointBench.CompareAsync(host, $"/api/{all[^1]}/json", bare, "/api/bench/json", Rounds, report);
    }

    // The first start of plugins with tables also makes those; it is not what every start costs.
    private static async Task<double> MedianAsync(Workspace workspace, IReadOnlyList<string> plugins, Report? report)
    {
        string data = plugins.Count > 0 ? "many" : "few";
        List<double> pages = [], readies = [], memory = [];
        for (int start = 0; start < Starts; start++)
        {
            pages.Add((await StartOnceAsync(workspace, plugins, "/", data)).Milliseconds);
            Started started = await StartOnceAsync(workspace, plugins, "/healthz/ready", data);
            readies.Add(started.Milliseconds);
            memory.Add(started.Memory);
        }

        double page = Report.Median(pages), ready = Report.Median(readies);
        if (report is not null)
        {
            report.Figure($"process start to page, {plugins.Count} further plugins", page, "ms", page <= 2500, "<= 2500 ms");
            report.Figure($"process start to all ready, {plugins.Count} further plugins", ready, "ms", ready < 4000, "< 4000 ms");
        }

        return Report.Median(memory);
    }

    private static async Task<Started> StartOnceAsync(Workspace workspace, IReadOnlyList<string> plugins, string path, string data)
    {
        await using ServerProcess host = await workspace.StartHostAsync(embedded: false, path, plugins, data);
        bool isReady = path == "/healthz/ready";
        if (isReady)
        {
            using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
            foreach (string name in plugins)
            {
                using HttpResponseMessage answer = await client.GetAsync($"/api/{name}/json");
                answer.EnsureSuccessStatusCode();
            }

            await Task.Delay(TimeSpan.FromSeconds(5));
        }

        return new Started(host.FirstAnswer.TotalMilliseconds, isReady ? host.TreeMemoryMebibytes() : 0);
    }

    private sealed record Started(double Milliseconds, double Memory);
}
