namespace AIWendy.Host.Commands;

/// <summary>What helps against each mistake that the host names. Steps for an administrator come first, then what the author has to change.</summary>
internal static class PluginAdvice
{
    // From the particular to the general: the first that fits is taken.
    private static readonly (string Sign, string Help)[] ByReason =
    [
        ("states neither RequirePermission nor AllowPublic", "Author: end the endpoint with .RequirePermission(..) or .AllowPublic(reason)."),
        ("generated JSON metadata", "Author: add the type to a JsonSerializerContext and register that with plugin.AddJson(..)."),
        ("do not keep tenants apart", "Author: call EnableTenantIsolation for every table in the migration that creates it, in a new migration for a table that is there already."),
        ("is taken by the host", "Author: choose another route; this one belongs to the host."),
        ("is taken by", "Two plugins want the same. Switch one of them off: ./aiwendy plugin disable {0}. Author: choose another name or route."),
        ("Needs the SDK in", "Get a version that was built for this SDK, or upgrade AIWendy. See: ./aiwendy plugin info {0}"),
        ("form a circle", "Remove one of them: ./aiwendy plugin remove {0}. Author: one of the two must not depend on the other; share a contract of the SDK instead."),
        ("both hold the plugin", "Delete one of the two folders, then: ./aiwendy plugin retry {0}"),
        ("is damaged or no .NET assembly", "Install the package again; files copied by hand are often cut short."),
        ("holds no plugin.json", "Delete the folder, or publish the plugin into it again."),
        ("is missing.", "The folder is not complete: publish the plugin into it again, or install its package."),
        ("plugin.json", "Author: correct the manifest; ./aiwendy plugin inspect on the package says all that is wrong with it."),
        ("A migration did not end", "It was rolled back. See whether something locks its tables, then: ./aiwendy plugin retry {0}"),
        ("A migration failed", "Nothing of it stayed; the tables are as they were. Get a corrected version, or go back: ./aiwendy plugin rollback {0}"),
        ("Configure did not return", "Author: the constructor and Configure only list what the plugin contributes; work belongs into IPluginStartup or a job."),
        ("Configure failed", "Author: correct what the message names; Configure runs again at the next try."),
        ("constructor failed", "Author: a plugin's constructor does nothing; work belongs into IPluginStartup."),
        ("Building the services failed", "Author: a constructor asks for a service that nobody registers; the message names both."),
        ("StartAsync did not end", "Author: begin the work and return; what takes long belongs into a job."),
        ("StartAsync failed", "Look at its settings and at what it needs from outside, then: ./aiwendy plugin retry {0}. The stack below names the line."),
        ("It is not healthy", "It says itself what is missing. Put that right; the host looks again."),
        ("Left out because the host ended", "The last lines of the log before the end name the cause. Get another version, or try this one: ./aiwendy plugin retry {0}"),
        ("Taken out after", "Author: catch exceptions on threads of your own and in async void methods. It is started anew by itself, or now: ./aiwendy plugin retry {0}"),
        ("which is not installed", "Install what it waits for: ./aiwendy plugin install <id>. It starts by itself then."),
        ("which is switched off", "Switch on what it waits for: ./aiwendy plugin enable <id>. It starts by itself then."),
        ("is installed.", "Install a version of the other plugin that fits: ./aiwendy plugin upgrade <id>. It starts by itself then."),
    ];

    private static readonly (string Sign, string Help)[] ByState =
    [
        ("incompatible", "Trying again does not help. Get a version that fits this host, or remove it: ./aiwendy plugin remove {0}"),
        ("waiting", "It starts by itself when the plugin that it needs is active."),
        ("faulted", "When the cause is gone: ./aiwendy plugin retry {0}. To go back: ./aiwendy plugin rollback {0}"),
        ("", "Wait a moment and look again."),
    ];

    private static readonly (string Sign, string Help)[] ByPlace =
    [
        ("work on a thread of its own", "The host serves on, the thread is gone. Author: catch exceptions on threads of your own and in async void methods."),
        ("unloading", "Author: unsubscribe and dispose in StopAsync what the message names. A restart of the host frees the memory."),
        ("the job ", "The rest of the plugin serves on. Author: honour the cancellation token and end within the time. To call it again now: ./aiwendy plugin retry {0}"),
        ("handling ", "Whoever published the event does not notice. Author: honour the cancellation token; catch what can go wrong."),
        ("the endpoint ", "Only the requests concerned failed. Author: the stack below names the line."),
        ("StopAsync", "It was taken down all the same. Author: end within the time and throw nothing."),
        ("disposing its services", "It was taken down all the same. Author: Dispose must neither throw nor wait."),
    ];

    /// <summary>What helps a plugin that does not serve.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="reason">Why.</param>
    public static string Of(string id, string state, string reason) => Find(ByReason, reason, id) ?? General(id, state);

    /// <summary>What helps whatever the reason is.</summary>
    public static string General(string id, string state) => Find(ByState, state, id)!;

    /// <summary>What helps against a fault at work; empty where only the stack says more.</summary>
    public static string OfFault(string id, string where) => Find(ByPlace, where, id) ?? string.Empty;

    private static string? Find((string Sign, string Help)[] list, string text, string id) =>
        Array.Find(list, entry => text.Contains(entry.Sign, StringComparison.Ordinal)).Help?.Replace("{0}", id, StringComparison.Ordinal);
}
