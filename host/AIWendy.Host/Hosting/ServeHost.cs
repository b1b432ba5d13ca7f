using System.Globalization;
using AIWendy.Host.Commands;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Features;
using AIWendy.Host.Plugins;

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
    public static WebApplication Build(HostConfiguration configuration)
    {
        HostSettings settings = configuration.Settings;
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration.Values);
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://{(settings.Bind.Contains(':', StringComparison.Ordinal) ? $"[{settings.Bind}]" : settings.Bind)}:{settings.Port}"));
        builder.Services.AddHostConfiguration(configuration);
        builder.Services.AddHostDatabase();
        builder.Services.AddPluginRuntime(PluginRuntimeOptions.From(builder.Configuration, settings.DataFolder));
        builder.Services.AddFeatureGates();
        builder.Services.AddPlatformStartup();
        builder.Services.AddHostedService<Announcement>();

        WebApplication app = builder.Build();
        app.UsePluginGate();
        app.MapPluginEndpoints();
        return app;
    }

    private static IServiceCollection AddPlatformStartup(this IServiceCollection services) => services
        .AddSingleton<PlatformStartup>()
        .AddSingleton<IPlatformReadiness>(provider => provider.GetRequiredService<PlatformStartup>())
        .AddHostedService(provider => provider.GetRequiredService<PlatformStartup>());
}
