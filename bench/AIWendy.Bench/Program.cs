using AIWendy.Bench;
using AIWendy.Bench.Lifecycle;

string[] all = ["endpoint", "tenancy", "start", "stream", "memory", "gate", "plugins", "lifecycle", "journal"];
string[] chosen = args.Length == 0 ? all : args;
if (chosen.Except(all).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'; there are: {string.Join(", ", all)}.");
    return 64;
}

Report report = new();
using Workspace workspace = new();
if (chosen.Any(name => name is not ("gate" or "journal")))
{
    Console.WriteLine("Building what is measured ...");
    await workspace.BuildAsync();
}

if (chosen.Contains("gate"))
{
    await GateBench.RunAsync(workspace, report);
}

if (chosen.Contains("memory"))
{
    await MemoryBench.RunAsync(workspace, report);
}

if (chosen.Contains("start"))
{
    await StartBench.RunAsync(workspace, report);
}

if (chosen.Contains("endpoint") || chosen.Contains("stream"))
{
    await using ServerProcess host = await workspace.StartHostAsync(embedded: true);
    if (chosen.Contains("endpoint"))
    {
        await using ServerProcess bare = await workspace.StartBareAsync();
        await EndpointBench.RunAsync(host, bare, report);
    }

    if (chosen.Contains("stream"))
    {
        await StreamBench.RunAsync(host, report);
    }
}

if (chosen.Contains("tenancy"))
{
    await TenancyBench.RunAsync(workspace, report);
}

if (chosen.Contains("plugins"))
{
    await PluginsBench.RunAsync(workspace, report);
}

if (chosen.Contains("lifecycle"))
{
    await LifecycleBench.RunAsync(workspace, report);
}

if (chosen.Contains("journal"))
{
    await JournalBench.RunAsync(workspace, report);
}

return report.AllMet ? 0 : 1;
