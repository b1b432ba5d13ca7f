namespace AIWendy.Bench;

/// <summary>How long the page takes to answer after the process starts, and what each further plugin adds.</summary>
internal static class StartBench
{
    private const int Runs = 5;
    private const int Further = 8;

    public static async Task RunAsync(Workspace workspace, Report report)
    {
        await using ServerProcess database = await workspace.StartHostAsync(embedded: true);
        double page = await MedianAsync(workspace, "/", []);
        double ready = await MedianAsync(workspace, "/healthz/ready", []);
        double readyWithMore = await MedianAsync(workspace, "/healthz/ready", Workspace.Further(Further));
        report.Figure("process start to page, all built-in plugins, running database", page, "ms", page <= 2500, "<= 2500 ms");
        report.Figure("process start to all plugins ready", ready, "ms", ready <= 4000, "<= 4000 ms");
        double each = (readyWithMore - ready) / Further;
        report.Figure($"each further installed plugin adds (of {Further})", each, "ms", each < 60, "< 60 ms");
    }

    private static async Task<double> MedianAsync(Workspace workspace, string path, IReadOnlyList<string> plugins)
    {
        List<double> times = [];
        for (int run = 0; run < Runs; run++)
        {
            await using ServerProcess host = await workspace.StartHostAsync(embedded: false, readyPath: path, plugins);
            times.Add(host.FirstAnswer.TotalMilliseconds);
        }

        return Report.Median(times);
    }
}
