using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using AIWendy.Host.Plugins.Loading;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// Finds the plugin whose code failed, by the load contexts of the code on the stack. Messages and names are never
/// looked at: they are whatever a plugin says.
/// </summary>
internal static class FaultAttribution
{
    private const int DeepestCause = 16;

    /// <summary>Id of the plugin whose code is nearest to where the exception came from, or null when none is involved.</summary>
    public static string? OwnerOf(Exception exception)
    {
        List<Exception> causes = [];
        Collect(exception, causes, 0);
        for (int index = causes.Count - 1; index >= 0; index--)
        {
            if (ThrownBy(causes[index]) is { } thrower)
            {
                return thrower;
            }
        }

        // Never thrown, only handed on: then its type is all there is to go by.
        for (int index = causes.Count - 1; index >= 0; index--)
        {
            if (PluginOf(causes[index].GetType().Assembly) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>Id of the plugin that an assembly was loaded for, or null.</summary>
    public static string? PluginOf(Assembly assembly) => (AssemblyLoadContext.GetLoadContext(assembly) as PluginLoadContext)?.PluginId;

    // From the outside in; of several causes side by side the first is looked at first.
    private static void Collect(Exception exception, List<Exception> causes, int depth)
    {
        if (depth > DeepestCause)
        {
            return;
        }

        causes.Add(exception);
        IEnumerable<Exception?> inner = exception switch
        {
            AggregateException aggregate => aggregate.InnerExceptions.Reverse(),
            ReflectionTypeLoadException loading => loading.LoaderExceptions.Reverse(),
            _ => [exception.InnerException],
        };
        foreach (Exception cause in inner.OfType<Exception>())
        {
            Collect(cause, causes, depth + 1);
        }
    }

    private static string? ThrownBy(Exception exception)
    {
        foreach (StackFrame frame in new StackTrace(exception, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod()?.Module.Assembly is { } assembly && PluginOf(assembly) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }
}
