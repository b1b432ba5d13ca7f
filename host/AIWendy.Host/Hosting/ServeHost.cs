using System.Globalization;
using AIWendy.Host.Audit;
using AIWendy.Host.Commands;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Features;
using AIWendy.Host.Http;
using AIWendy.Host.Http.Https;
using AIWendy.Host.Jobs;
using AIWendy.Host.Licences;
using AIWendy.Host.Logging;
using AIWendy.Host.Plugins;
using AIWendy.Host.Plugins.Installation;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Host.Runs;
using AIWendy.Host.Settings;
using AIWendy.Host.Settings.Registry;

namespace AIWendy.Host.Hosting;

/// <summary>The composition root of <c>serve</c>: reads like a table of contents.</summary>
internal static class ServeHost
{
    /// <summary>Runs until the process is told to stop; returns the exit code.</summary>
    public static async Task<int> RunAsync(HostConfiguration configuration, CancellationToken cancellationToken = default)
    {
        await using WebApplication app = Build(configuration);
        IPlatformReadiness readiness = app.Services.GetRequiredService<IPlatformReadiness>();
        await app.RunAsync(cancellationToken);
        return readiness.Failure is null ? 0 : 1;
    }

    /// <summary>Everything wired, nothing started.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="adjust">Adds what a command needs beyond serving, or null.</param>
    public static WebApplication Build(HostConfiguration configuration, Action<WebApplicationBuilder>? adjust = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration.Values);
        builder.WebHost.UseUrls(Address(configuration.Settings));
        builder.UseCertificate(configuration.Settings);
        builder.Services.AddHostConfiguration(configuration);
        builder.Services.AddHostLogging();
        builder.Services.AddHostHttp();
        builder.Services.AddOutboundHttp();
        builder.Services.AddHostDatabase();
        builder.Services.AddPluginRuntime(PluginRuntimeOptions.From(configuration.Settings));
        builder.Services.AddLicences().AddLicenceWatch();
        builder.Services.AddFeatureGates();
        builder.Services.AddPlatformStartup();
        builder.Services.AddRuns();
        builder.AddSettingRegistry();
        builder.Services.AddPluginFollower();
        builder.Services.AddBackgroundJobs();
        builder.Services.AddAuditRetention();
        builder.Services.AddHostedService<MetricsExport>();
        builder.Services.AddHostedService<Announcement>();
        adjust?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseTrustedProxies(configuration.Settings);
        app.UseHostPipeline();
        app.MapHostEndpoints();
        app.MapSettingRegistry();
        app.MapPluginEndpoints();
        return app;
    }

    private static string Address(HostSettings settings)
    {
        string host = settings.Bind.Contains(':', StringComparison.Ordinal) ? $"[{settings.Bind}]" : settings.Bind;
        return string.Create(CultureInfo.InvariantCulture, $"{settings.Scheme}://{host}:{settings.Port}");
    }

    private static IServiceCollection AddPlatformStartup(this IServiceCollection services) => services
        .AddSingleton<PlatformStartup>()
        .AddSingleton<IPlatformReadiness>(provider => provider.GetRequiredService<PlatformStartup>())
        .AddHostedService(provider => provider.GetRequiredService<PlatformStartup>());
}
