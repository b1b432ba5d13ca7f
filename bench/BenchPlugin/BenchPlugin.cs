using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using AIWendy.Sdk;
using AIWendy.Sdk.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AIWendy.Bench.Plugin;

/// <summary>The same endpoints as the bare application, and a run that emits events at a steady rate.</summary>
public sealed partial class BenchPlugin : IPlugin
{
    private const string Reason = "Benchmark of an endpoint without any work.";

    private static readonly string Name = typeof(BenchPlugin).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "AIWendy.BenchName").Value ?? "bench";

    public void Configure(IPluginBuilder plugin)
    {
        plugin.AddJson(BenchJson.Default).AddRunHandler<SteadyStream>($"bench.{Name}.stream");
        plugin.MapEndpoints(api =>
        {
            RouteGroupBuilder group = api.MapGroup($"/{Name}");
            group.MapGet("/plain", () => "ok").AllowPublic(Reason);
            group.MapGet("/json", () => TypedResults.Ok(new Quote("MNQ", 20_123.25m, 3))).AllowPublic(Reason);
            group.MapPost("/streams/{events:int}/{perSecond:int}", Start).AllowPublic(Reason);
        });
        AddTable(plugin);
    }

    /// <summary>Adds a table where the plugin is built with one.</summary>
    static partial void AddTable(IPluginBuilder plugin);

    private static async Task<IResult> Start(int events, int perSecond, IRuns runs, CancellationToken cancellationToken) =>
        runs.Stream(await runs.StartAsync(
            $"bench.{Name}.stream", FormattableString.Invariant($"{events} {perSecond}"), cancellationToken));
}

internal sealed record Quote(string Symbol, decimal Price, int Quantity);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Quote))]
internal sealed partial class BenchJson : JsonSerializerContext;

/// <summary>Emits a number of deltas at a rate, as a model would.</summary>
internal sealed class SteadyStream : IRunHandler
{
    public async Task ExecuteAsync(IRunContext run, CancellationToken cancellationToken)
    {
        string[] parts = run.Input.Split(' ');
        int events = int.Parse(parts[0], CultureInfo.InvariantCulture);
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1.0 / int.Parse(parts[1], CultureInfo.InvariantCulture)));
        for (int i = 1; i < events; i++)
        {
            await run.EmitAsync(ChatEvents.Delta($"word {i} "), cancellationToken);
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        await run.EmitAsync(ChatEvents.Done("stop"), cancellationToken);
    }

    public Task AbandonedAsync(IRunContext run, CancellationToken cancellationToken) => Task.CompletedTask;
}
