namespace AIWendy.Bench;

/// <summary>An endpoint of a plugin against the same endpoint in a bare Kestrel application, in alternating rounds.</summary>
internal static class EndpointBench
{
    private const int Rounds = 21;
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
        List<double> hostCpus = [], bareCpus = [];
        List<double> hostRates = [], bareRates = [];
        long failures = 0;
        for (int round = 0; round < rounds; round++)
        {
            failures += await MeasureAsync(host, path, hostCpus, hostRates);
            failures += await MeasureAsync(bare, barePath, bareCpus, bareRates);
        }

        report.Ratio($"{path}: CPU per request, plugin / bare (medians of {rounds})", Report.Median(hostCpus) / Report.Median(bareCpus), atMost: 1.05);
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

    // Short rounds: what else the machine does changes from second to second, and must meet both alike.
    private static async Task<long> MeasureAsync(ServerProcess server, string path, List<double> cpus, List<double> rates)
    {
        double before = server.CpuSeconds;
        LoadResult load = await LoadClient.RunAsync(server.Port, path, Connections, TimeSpan.FromSeconds(1));
        cpus.Add((server.CpuSeconds - before) / load.Requests);
        rates.Add(load.PerSecond);
        return load.Failures;
    }
}
