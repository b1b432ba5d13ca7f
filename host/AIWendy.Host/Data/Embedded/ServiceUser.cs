using System.Globalization;
using System.Runtime.InteropServices;

namespace AIWendy.Host.Data.Embedded;

/// <summary>The unprivileged user who runs the database server when the host itself is root, because the server refuses root.</summary>
/// <param name="Name">Name in the system's list of users.</param>
/// <param name="UserId">Numeric id.</param>
/// <param name="GroupId">Numeric id of the main group.</param>
internal sealed record ServiceUser(string Name, uint UserId, uint GroupId)
{
    // In the order of preference: our own, the distribution's, and the one that always exists.
    private static readonly string[] Candidates = ["aiwendy", "postgres", "nobody"];

    /// <summary>The user to run as, or null when this process is not root.</summary>
    /// <exception cref="DatabaseException">This process is root and there is nobody to become.</exception>
    public static ServiceUser? Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        string[][] users = [.. File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length >= 4)];
        foreach (string name in Candidates)
        {
            if (Array.Find(users, fields => fields[0] == name) is { } found
                && uint.TryParse(found[2], NumberStyles.None, CultureInfo.InvariantCulture, out uint userId) && userId != 0
                && uint.TryParse(found[3], NumberStyles.None, CultureInfo.InvariantCulture, out uint groupId))
            {
                return new ServiceUser(name, userId, groupId);
            }
        }

        throw new DatabaseException("AIWendy runs as root and found no unprivileged user for the database server; make one with `useradd --system aiwendy`.");
    }

    /// <summary>Hands a file or folder over, without what is in it.</summary>
    public void TakeOver(string path)
    {
        if (ChangeOwner(path, UserId, GroupId) != 0)
        {
            throw new DatabaseException($"{path} can not be handed to the user {Name}: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    /// <summary>Hands a folder over with everything in it. Symbolic links are handed over, not followed.</summary>
    public void TakeOverTree(string folder)
    {
        TakeOver(folder);
        foreach (string entry in Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            TakeOver(entry);
        }
    }

    [DllImport("libc", EntryPoint = "lchown", SetLastError = true)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);
}
