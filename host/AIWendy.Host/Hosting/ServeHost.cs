using AIWendy.Host.Features;
using AIWendy.Host.Plugins;

namespace AIWendy.Host.Hosting;

/// <summary>The composition root of <c>serve</c>: reads like a table of contents.</summary>
internal static class ServeHost
{
    /// <summary>Runs until the process is told to stop; returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        await using WebApplication app = Build(args);
        await app.RunAsync(cancellationToken);
        return app.Services.GetRequiredService<IPlatformReadiness>().Failure is null ? 0 : 1;
    }

    /// <summary>Everything wired, nothing started.</summary>
    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddPluginRuntime(PluginRuntimeOptions.From(builder.Configuration, builder.Configuration["AIWENDY_DATA"] ?? "data"));
        builder.Services.AddFeatureGates();
        builder.Services.AddPlatformStartup();

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
