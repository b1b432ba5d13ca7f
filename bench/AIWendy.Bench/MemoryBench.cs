namespace AIWendy.Bench;

/// <summary>What the product holds when nobody asks anything of it.</summary>
internal static class MemoryBench
{
    public static async Task RunAsync(Workspace workspace, Report report)
    {
        await using ServerProcess host = await workspace.StartHostAsync(embedded: true);
        using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{host.Port}") };
        foreach (string path in new[] { "/", "/api/platform", "/api/coaches", "/api/journal/statistics" })
        {
            using HttpResponseMessage response = await client.GetAsync(path);
            response.EnsureSuccessStatusCode();
        }

        await Task.Delay(TimeSpan.FromSeconds(20));
        double memory = host.TreeMemoryMebibytes();
        report.Figure("idle memory of host and embedded database", memory, "MiB", memory < 350, "< 350 MiB");
    }
}
