using AIWendy.Host.Features;
using AIWendy.Host.Http.Limits;
using AIWendy.Host.Http.OpenApi;
using AIWendy.Host.Http.Platform;
using AIWendy.Host.Licences;
using AIWendy.Host.Runs;
using AIWendy.Host.Settings;

namespace AIWendy.Host.Http;

/// <summary>The host's own endpoints; everything else belongs to plugins.</summary>
internal static class HostEndpoints
{
    public static WebApplication MapHostEndpoints(this WebApplication app)
    {
        app.MapHealth();
        app.MapPlatform();
        app.MapRateLimits();
        app.MapRuns();
        app.MapPluginSettings();
        app.MapLicences();
        app.MapFeatures();
        app.MapReference();
        return app;
    }
}
