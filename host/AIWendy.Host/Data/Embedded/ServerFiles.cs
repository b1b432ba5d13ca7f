using System.Globalization;

namespace AIWendy.Host.Data.Embedded;

/// <summary>Reads and mends what a server leaves in its data folder.</summary>
internal static class ServerFiles
{
    /// <summary>The first lines of <c>postmaster.pid</c>, or null when there is no server.</summary>
    public static (int Process, int Port, bool IsReady)? Read(string cluster)
    {
        string path = PidFile(cluster);
        try
        {
            string[] lines = File.ReadAllLines(path);
            return lines.Length >= 4
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out int port)
                ? (process, port, lines.Length >= 8 && lines[7].Trim() == "ready")
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Major version that made the cluster, or null when there is none.</summary>
    public static int? Major(string cluster)
    {
        string path = Path.Combine(cluster, "PG_VERSION");
        return File.Exists(path) && int.TryParse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int major) ? major : null;
    }

    /// <summary>
    /// Removes a <c>postmaster.pid</c> whose process is gone, is dead and not yet collected, or is now something else.
    /// The server would refuse to start over it in the last two cases.
    /// </summary>
    /// <returns>Whether a live server remains.</returns>
    public static bool RemoveStale(string cluster)
    {
        string path = PidFile(cluster);
        if (!File.Exists(path))
        {
            return false;
        }

        if (Read(cluster) is { } server && IsAlive(server.Process) && Serves(server.Process, cluster))
        {
            return true;
        }

        File.Delete(path);
        return false;
    }

    /// <summary>Whether the process runs; a dead one that nobody has collected does not.</summary>
    public static bool IsAlive(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Array.Exists(System.Diagnostics.Process.GetProcesses(), candidate => candidate.Id == process);
        }

        try
        {
            // "pid (name) S ...": the name may hold spaces and brackets, so look behind the last one.
            string stat = File.ReadAllText($"/proc/{process}/stat");
            int end = stat.LastIndexOf(')');
            return end > 0 && end + 2 < stat.Length && stat[end + 2] is not ('Z' or 'X' or 'x');
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool Serves(int process, string cluster)
    {
        try
        {
            // The server works in its data folder. The link says so even where the path could not be entered.
            string? folder = new FileInfo($"/proc/{process}/cwd").LinkTarget;
            return folder is null || Path.TrimEndingDirectorySeparator(folder) == Resolve(cluster);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // The kernel names the real path; the configured one may lead through symbolic links.
    private static string Resolve(string path)
    {
        string resolved = "/";
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(resolved, part);
            resolved = new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
        }

        return resolved;
    }

    private static string PidFile(string cluster) => Path.Combine(cluster, "postmaster.pid");
}
