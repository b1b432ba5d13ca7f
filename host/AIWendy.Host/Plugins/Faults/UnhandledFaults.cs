using System.Runtime.ExceptionServices;
using AIWendy.Host.Calls;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Keeps an exception that leaves a plugin's own thread, timer or fire-and-forget method from ending the process: the
/// thread ends, the plugin gets the blame, the host serves on. Where no plugin is involved the process ends as usual.
/// </summary>
internal static class UnhandledFaults
{
    private static readonly Lock Gate = new();
    private static PluginFaults[] listening = [];
    private static bool isInstalled;

    public static void Listen(PluginFaults faults)
    {
        lock (Gate)
        {
            listening = [.. listening, faults];
            if (!isInstalled)
            {
                ExceptionHandling.SetUnhandledExceptionHandler(Handle);
                isInstalled = true;
            }
        }
    }

    public static void Ignore(PluginFaults faults)
    {
        lock (Gate)
        {
            listening = [.. listening.Where(other => other != faults)];
        }
    }

    private static bool Handle(Exception exception)
    {
        // What a request has set off is nothing that may take its plugin away from everybody.
        bool isOwn = CallFlow.Current?.RequestId is null && (CallContext.Current?.UserId ?? Guid.Empty) == Guid.Empty;
        FaultCause cause = isOwn ? FaultCause.Own : FaultCause.Call;
        bool isHandled = false;
        foreach (PluginFaults faults in listening)
        {
            isHandled |= faults.TryReport("work on a thread of its own", exception, cause);
        }

        return isHandled;
    }
}
