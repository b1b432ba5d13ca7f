namespace AIWendy.Host.Data.Embedded;

/// <summary>Judges by permission bits whether another user could get at a path.</summary>
internal static class Reachability
{
    /// <summary>Whether every folder above is open to all and the file itself may be read and executed by all.</summary>
    public static bool IsReachableByOthers(string file)
    {
        string target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        return OthersMayEnter(Path.GetDirectoryName(target)) && Mode(target).HasFlag(UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    /// <summary>Whether the folder and every folder above it are open to all.</summary>
    public static bool OthersMayEnter(string? folder)
    {
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (!Mode(current).HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);
}
