using System.Diagnostics;

namespace AIWendy.Host.Data.Embedded;

/// <summary>
/// Builds the command line that runs a PostgreSQL program on a cluster: as the unprivileged user, in a session of its
/// own, and asked by the kernel to stop when the host dies.
/// </summary>
internal static class PostgresLaunch
{
    // The descriptor under which a program finds a data folder that its user could not reach by its path.
    private const string FolderDescriptor = "9";

    private static readonly string[] ToolFolders = ["/usr/bin", "/bin", "/usr/local/bin"];

    /// <summary>Whether the host can tell the kernel to stop the server when the host dies.</summary>
    public static bool DiesWithHost => Tool("setpriv") is not null;

    /// <summary>Builds the start of a program.</summary>
    /// <param name="program">Absolute path.</param>
    /// <param name="cluster">Data folder of the server.</param>
    /// <param name="user">User to become, or null.</param>
    /// <param name="diesWithHost">Whether the program gets SIGINT when the starting thread ends.</param>
    /// <param name="arguments">Arguments behind <c>-D folder</c>.</param>
    public static ProcessStartInfo Prepare(string program, string cluster, ServiceUser? user, bool diesWithHost, IEnumerable<string> arguments)
    {
        bool reachable = user is null || Reachability.OthersMayEnter(Path.GetDirectoryName(cluster));
        List<string> command = [];

        // Without a session of its own the server would see the terminal's Ctrl+C and stop before the host is done.
        if (diesWithHost && Tool("setsid") is { } setsid)
        {
            command.Add(setsid);
        }

        if (!reachable)
        {
            // The folder lies below one that is closed to the user, such as root's home. Root opens it and passes it on.
            command.AddRange(["/bin/sh", "-c", $"exec {FolderDescriptor}< \"$0\"; exec \"$@\"", cluster]);
        }

        if (user is not null || (diesWithHost && DiesWithHost))
        {
            command.AddRange(Setpriv(user, diesWithHost));
        }

        command.AddRange([program, "-D", reachable ? cluster : $"/proc/self/fd/{FolderDescriptor}"]);
        command.AddRange(arguments);
        ProcessStartInfo start = new(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        Clean(start);
        return start;
    }

    private static IEnumerable<string> Setpriv(ServiceUser? user, bool diesWithHost)
    {
        yield return Tool("setpriv")
            ?? throw new DatabaseException("AIWendy runs as root and needs setpriv to run the database as another user; install it with `apt-get install util-linux`, or start AIWendy as an ordinary user.");
        if (user is not null)
        {
            yield return $"--reuid={user.UserId}";
            yield return $"--regid={user.GroupId}";
            yield return "--clear-groups";
            yield return "--no-new-privs";
        }

        if (diesWithHost)
        {
            yield return "--pdeathsig=INT";
        }

        yield return "--";
    }

    private static string? Tool(string name) =>
        ToolFolders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    // The server must not see the host's secrets, and PG* variables of a developer must not steer it.
    private static void Clean(ProcessStartInfo start)
    {
        string? path = Environment.GetEnvironmentVariable("PATH");
        string? libraries = Environment.GetEnvironmentVariable("LD_LIBRARY_PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path ?? "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        if (libraries is not null)
        {
            start.Environment["LD_LIBRARY_PATH"] = libraries;
        }
    }
}
