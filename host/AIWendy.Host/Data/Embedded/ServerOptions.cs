using System.Globalization;

namespace AIWendy.Host.Data.Embedded;

/// <summary>Settings of the private server: safe for the data, thrifty with memory. Its log goes to the host's.</summary>
internal static partial class ServerOptions
{
    // Lines carry the severity right at the start, so that they can be told apart.
    private const string LinePrefix = "pg ";

    // What the server says at the edges of its life, to our own question whether it is ready and when we stop it.
    private static readonly string[] Expected =
    [
        "the database system is starting up", "the database system is shutting down", "the database system is not yet accepting",
        "terminating connection due to administrator command",
    ];

    /// <summary>Arguments of <c>postgres</c>.</summary>
    public static IEnumerable<string> Of(int major, int port)
    {
        (string Name, string Value)[] options =
        [
            ("port", port.ToString(CultureInfo.InvariantCulture)),
            ("listen_addresses", "127.0.0.1"),
            ("unix_socket_directories", string.Empty),
            ("password_encryption", "scram-sha-256"),
            ("max_connections", "100"),
            ("shared_buffers", "32MB"),
            ("work_mem", "4MB"),
            ("maintenance_work_mem", "32MB"),
            ("jit", "off"),
            ("max_parallel_workers_per_gather", "0"),
            ("max_wal_size", "256MB"),
            ("min_wal_size", "64MB"),
            ("wal_level", "minimal"),
            ("max_wal_senders", "0"),
            ("fsync", "on"),
            ("full_page_writes", "on"),
            ("synchronous_commit", "on"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("log_destination", "stderr"),
            ("logging_collector", "off"),
            ("log_line_prefix", LinePrefix),
            ("log_statement", "none"),
            // A failing statement may carry what people wrote; the host logs the error with its request id.
            ("log_min_error_statement", "panic"),
            ("log_error_verbosity", "terse"),
        ];
        IEnumerable<(string Name, string Value)> all = major >= 18 ? [.. options, ("io_method", "sync")] : options;
        return all.SelectMany(option => new[] { "-c", $"{option.Name}={option.Value}" });
    }

    /// <summary>Writes a line of the server to the host's log.</summary>
    public static void Log(ILogger logger, string line)
    {
        string text = line.StartsWith(LinePrefix, StringComparison.Ordinal) ? line[LinePrefix.Length..] : line;
        if (Array.Exists(Expected, text.Contains))
        {
            LogDebug(logger, text);
        }
        else if (text.StartsWith("ERROR:", StringComparison.Ordinal) || text.StartsWith("FATAL:", StringComparison.Ordinal)
            || text.StartsWith("PANIC:", StringComparison.Ordinal) || text.StartsWith("WARNING:", StringComparison.Ordinal))
        {
            LogWarning(logger, text);
        }
        else
        {
            LogDebug(logger, text);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL: {Line}")]
    private static partial void LogWarning(ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Debug, Message = "PostgreSQL: {Line}")]
    private static partial void LogDebug(ILogger logger, string line);
}
