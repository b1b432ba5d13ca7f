using AIWendy.Host.Http.Problems;
using AIWendy.Host.Plugins.Faults;

namespace AIWendy.Host.Plugins.Serving;

/// <summary>
/// Writes down what goes wrong in an endpoint, and does no more: whoever sends requests must not be able to take an
/// endpoint away from the others. Costs nothing where nothing goes wrong.
/// </summary>
internal static class EndpointFaults
{
    public static RequestDelegate Watch(RequestDelegate handler, string pluginId, string endpoint, PluginFaults faults, BlockedRequests blocked)
    {
        string where = "the endpoint " + endpoint;
        return context =>
        {
            blocked.Enter(where);
            try
            {
                Task work = Begin(handler, context, blocked);
                return work.IsCompletedSuccessfully ? work : FollowAsync(work, pluginId, where, faults);
            }
            catch (Exception exception) when (Note(exception, pluginId, where, faults))
            {
                throw;
            }
        };
    }

    private static Task Begin(RequestDelegate handler, HttpContext context, BlockedRequests blocked)
    {
        try
        {
            return handler(context);
        }
        finally
        {
            blocked.Leave();
        }
    }

    private static async Task FollowAsync(Task work, string pluginId, string where, PluginFaults faults)
    {
        try
        {
            await work;
        }
        catch (Exception exception) when (Note(exception, pluginId, where, faults))
        {
            throw;
        }
    }

    // A filter that never applies: the exception goes on as if nobody had looked at it.
    private static bool Note(Exception exception, string pluginId, string where, PluginFaults faults)
    {
        if (exception is not OperationCanceledException && ProblemTranslation.Of(exception) is { IsFault: true, Status: StatusCodes.Status500InternalServerError })
        {
            faults.Report(pluginId, where, exception);
        }

        return false;
    }
}
