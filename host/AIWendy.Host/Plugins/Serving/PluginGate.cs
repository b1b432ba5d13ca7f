namespace AIWendy.Host.Plugins.Serving;

/// <summary>
/// Takes a lease on the plugin version that a request was matched to, and matches again in the moment of a swap, so that
/// no request meets a version that is gone.
/// </summary>
internal static class PluginGate
{
    public static void Use(IApplicationBuilder app)
    {
        RequestDelegate? route = null;
        app.Use(next => route = next);
        app.UseRouting();
        app.Use(next => context => EnterAsync(next, context, route!));
    }

    private static Task EnterAsync(RequestDelegate next, HttpContext context, RequestDelegate route)
    {
        PluginInstance? instance = context.GetEndpoint()?.Metadata.GetMetadata<PluginInstance>();
        if (instance is null)
        {
            return next(context);
        }

        if (!instance.TryEnter())
        {
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            return route(context);
        }

        // Not in a finally: what the plugin registered with OnStarting runs after the pipeline has returned.
        RequestHold hold = new(instance, context);
        context.Response.OnCompleted(static state => ((RequestHold)state).ReleaseAsync(), hold);
        return next(context);
    }

    private sealed class RequestHold
    {
        private readonly PluginInstance instance;
        private readonly CancellationTokenRegistration abort;

        public RequestHold(PluginInstance instance, HttpContext context)
        {
            this.instance = instance;
            abort = instance.Aborting.UnsafeRegister(static state => ((HttpContext)state!).Abort(), context);
        }

        public Task ReleaseAsync()
        {
            abort.Dispose();
            instance.Exit();
            return Task.CompletedTask;
        }
    }
}
