namespace AIWendy.Bench;

/// <summary>An endpoint of a plugin against the same endpoint in a bare Kestrel application, in alternating rounds.</summary>
internal static class EndpointBench
{
    private const int Rounds = 7;
    private const int Connections = 16;

    public static async Task RunAsync(ServerProcess host, ServerProcess bare, Report report)
    {
        foreach (string path in new[] { "/api/bench/plain", "/api/bench/json" })
        {
            await CompareAsync(host, path, bare, path, Rounds, report);
        }
    }

    /// <summary>Asks both in turn, so that what else the machine does meets both.</summary>
    public static async Task CompareAsync(ServerProcess host, string path, ServerProcess bare, string barePath, int rounds, Report report)
    {
        await WarmUpAsync(host, path);
        await WarmUpAsync(bare, barePath);
        List<double> cpuRatios = [];
        List<double> hostRates = [], bareRates = [];
        long failures = 0;
        for (int round = 0; round < rounds; round++)
        {
            (double hostCpu, LoadResult hostLoad) = await MeasureAsync(host, path);
            (double bareCpu, LoadResult bareLoad) = await MeasureAsync(bare, barePath);
            cpuRatios.Add(hostCpu / bareCpu);
            hostRates.Add(hostLoad.PerSecond);
            bareRates.Add(bareLoad.PerSecond);
            failures += hostLoad.Failures + bareLoad.Failures;
        }

        report.Ratio($"{path}: CPU per request, plugin / bare (median of {rounds})", Report.Median(cpuRatios), atMost: 1.05);
        report.Ratio($"{path}: peak requests per second, plugin / bare", hostRates.Max() / bareRates.Max(), atLeast: 0.92);
        report.Figure($"{path}: failed requests", failures, "", failures == 0);
    }

    // Until the compiler has nothing left to improve: what it does in the background would count as the requests' own work.
    private static async Task WarmUpAsync(ServerProcess server, string path)
    {
        const int Enough = 60_000;
        long requests = 0;
        for (int turn = 0; turn < 12 && requests < Enough; turn++)
        {
            requests += (await LoadClient.RunAsync(server.Port, path, Connections, TimeSpan.FromSeconds(2))).Requests;
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    private static async Task<(double CpuPerRequest, LoadResult Load)> MeasureAsync(ServerProcess server, string path)
    {
        double before = server.CpuSeconds;
        LoadResult load = await LoadClient.RunAsync(server.Port, path, Connections, TimeSpan.FromSeconds(3));
        return ((server.CpuSeconds - before) / load.Requests, load);
    }
}
