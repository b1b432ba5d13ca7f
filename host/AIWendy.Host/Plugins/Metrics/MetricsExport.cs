using System.Runtime.CompilerServices;
using AIWendy.Host.Configuration;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace AIWendy.Host.Plugins.Metrics;

/// <summary>Sends the figures to an OpenTelemetry collector where one is set. Without one, none of its code is loaded.</summary>
internal sealed class MetricsExport(HostSettings settings) : IHostedService, IDisposable
{
    private IDisposable? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        provider = settings.MetricsEndpoint is { } endpoint ? Open(new Uri(endpoint.TrimEnd('/') + "/v1/metrics")) : null;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Disposing sends what was counted since the last time.
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => Interlocked.Exchange(ref provider, null)?.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private MeterProvider Open(Uri endpoint) => OpenTelemetry.Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => resource.AddService("aiwendy"))
        .AddMeter(PluginMetrics.MeterName)
        .AddOtlpExporter((exporter, reader) =>
        {
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = endpoint;
            exporter.Headers = settings.MetricsHeaders;
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = 60_000;
        })
        .Build();
}
