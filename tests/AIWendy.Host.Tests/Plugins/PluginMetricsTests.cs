using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using AIWendy.Host.Configuration;
using AIWendy.Host.Http.Pipeline;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Faults;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Host.Plugins.Serving;
using AIWendy.Host.Tests.Http;
using AIWendy.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace AIWendy.Host.Tests.Plugins;

public sealed class PluginMetricsTests
{
    private static RetiredVersions Retired()
    {
        FaultLimits limits = new();
        return new RetiredVersions(
            new PluginFaults(new PluginLogs(TimeProvider.System), limits, NullLogger<PluginFaults>.Instance, TimeProvider.System), limits, TimeProvider.System, NullLogger<RetiredVersions>.Instance);
    }

    [Fact]
    public async Task Requests_and_faults_are_counted_for_the_plugin_that_serves_them()
    {
        using PluginMetrics metrics = new(new ActivePlugins(), Retired());
        ConcurrentBag<string> recorded = [];
        using MeterListener listener = Listen((name, plugin) => recorded.Add($"{name} {plugin}"));
        await using (TestHost host = await TestHost.StartAsync(map: app => Map(app, metrics.For("demo"))))
        {
            await host.Client.GetAsync("/api/demo/fine");
            await host.Client.GetAsync("/api/demo/fine");
            await host.Client.GetAsync("/api/demo/broken");
            await host.Client.GetAsync("/api/demo/refused");
            await host.Client.GetAsync("/api/platform");

            // Counted after the answer has gone out.
            await Eventually.Async(() => metrics.Of("demo")!.Requests == 4);
        }

        PluginFigures figures = metrics.Of("demo")!;
        figures.Errors.Should().Be(1);
        figures.P50Ms.Should().BePositive();
        figures.P99Ms.Should().BeGreaterThanOrEqualTo(figures.P50Ms);
        figures.ContextsAlive.Should().Be(0);
        recorded.Count(entry => entry == "aiwendy.plugin.request.duration demo").Should().Be(4);
        metrics.Of("unknown").Should().BeNull();
    }

    [Fact]
    public async Task Jobs_are_counted_when_they_end_and_not_when_they_are_put_off()
    {
        using PluginMetrics metrics = new(new ActivePlugins(), Retired());
        PluginMeter meter = metrics.For("demo");
        await meter.CountJobAsync(Task.CompletedTask);
        await FluentActions.Awaiting(() => meter.CountJobAsync(Task.FromException(new InvalidOperationException()))).Should().ThrowAsync<InvalidOperationException>();
        await FluentActions.Awaiting(() => meter.CountJobAsync(Task.FromCanceled(new CancellationToken(true)))).Should().ThrowAsync<OperationCanceledException>();
        meter.CountDatabase(TimeSpan.FromMilliseconds(12));
        meter.CountDatabase(TimeSpan.FromMilliseconds(8));

        meter.Jobs.Should().Be(2);
        meter.FailedJobs.Should().Be(1);
        metrics.Of("demo")!.DatabaseMs.Should().BeApproximately(20, 0.01);
    }

    [Fact]
    public async Task Figures_are_sent_to_the_collector_that_is_set()
    {
        ConcurrentBag<string> received = [];
        await using TestHost collector = await TestHost.StartAsync(map: app => app.MapPost("/api/collector/v1/metrics", async (HttpRequest request) =>
        {
            using MemoryStream body = new();
            await request.Body.CopyToAsync(body);
            received.Add(request.Headers["X-Key"] + Encoding.Latin1.GetString(body.ToArray()));
        }).AllowPublic("test"));
        using PluginMetrics metrics = new(new ActivePlugins(), Retired());
        metrics.For("demo").CountRequest(1000, failed: false);
        HostSettings settings = new()
        {
            DataFolder = Path.GetTempPath(),
            MetricsEndpoint = new Uri(collector.Client.BaseAddress!, "api/collector").ToString(),
            MetricsHeaders = "X-Key=abc",
        };

        using (MetricsExport export = new(settings))
        {
            await export.StartAsync(CancellationToken.None);
            metrics.For("demo").CountRequest(1000, failed: true);
            await export.StopAsync(CancellationToken.None);
        }

        received.Should().ContainSingle().Which.Should().StartWith("abc")
            .And.Contain("aiwendy.plugin.requests").And.Contain("aiwendy.plugin.request.duration").And.Contain("demo");
    }

    private static void Map(WebApplication app, PluginMeter meter)
    {
        EndpointDemands demands = new(null, true, BodyLimit.Default, null, meter);
        app.MapGet("/api/demo/fine", () => TypedResults.Ok("fine")).WithMetadata(demands);
        app.MapGet("/api/demo/broken", IResult () => throw new InvalidOperationException("broken")).WithMetadata(demands);
        app.MapGet("/api/demo/refused", IResult () => throw new ProblemException(409, "refused", "Refused.")).WithMetadata(demands);
    }

    private static MeterListener Listen(Action<string, object?> seen)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Meter.Name == PluginMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen(instrument.Name, tags[0].Value));
        listener.Start();
        return listener;
    }
}
