using AIWendy.Host.Http.Platform;

namespace AIWendy.Host.Http;

/// <summary>The host's own endpoints; everything else belongs to plugins.</summary>
internal static class HostEndpoints
{
    public static WebApplication MapHostEndpoints(this WebApplication app)
    {
        app.MapHealth();
        app.MapPlatform();
        return app;
    }
}
