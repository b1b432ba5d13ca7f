using AIWendy.Host.Http.Pipeline;
using AIWendy.Host.Http.Security;
using AIWendy.Host.Plugins;

namespace AIWendy.Host.Http;

/// <summary>The way of every request, from the outside in.</summary>
internal static class HostPipeline
{
    // The framework puts its own authentication in front of everything unless it finds this mark.
    private const string AuthenticationIsPlaced = "__AuthenticationMiddlewareSet";

    public static WebApplication UseHostPipeline(this WebApplication app)
    {
        ((IApplicationBuilder)app).Properties[AuthenticationIsPlaced] = true;
        app.UseMiddleware<RequestEnvelope>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<NotReadyGate>();
        app.UsePluginGate();
        app.UseMiddleware<RequestAccess>();
        return app;
    }
}
