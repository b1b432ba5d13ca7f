using AIWendy.Host.Http.Platform;
using AIWendy.Host.Runs;

namespace AIWendy.Host.Http;

/// <summary>The host's own endpoints; everything else belongs to plugins.</summary>
internal static class HostEndpoints
{
    public static WebApplication MapHostEndpoints(this WebApplication app, bool runs = true)
    {
        app.MapHealth();
        app.MapPlatform();
        if (runs)
        {
            app.MapRuns();
        }

        return app;
    }
}
