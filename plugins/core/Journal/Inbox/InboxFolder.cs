using AIWendy.Sdk;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Plugins.Journal.Inbox;

/// <summary>The folder whose files are imported by themselves.</summary>
/// <param name="Path">Absolute path.</param>
internal sealed record InboxFolder(string Path)
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "AIWENDY_JOURNAL_INBOX";

    private const string Results = ".result.json";

    private static readonly string[] Unfinished = [".part", ".partial", ".crdownload", ".download", ".tmp"];

    /// <summary>Where files go that were imported.</summary>
    public string Done => System.IO.Path.Combine(Path, "done");

    /// <summary>Where files go that were not.</summary>
    public string Refused => System.IO.Path.Combine(Path, "refused");

    /// <summary>The folder that the settings name, or <see langword="null"/> when they name none.</summary>
    /// <exception cref="InvalidOperationException">The path is relative, and nothing says to what.</exception>
    public static InboxFolder? From(IConfiguration configuration)
    {
        string? path = configuration[Setting]?.Trim();
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        string? data = configuration["AIWENDY_DATA"];
        return System.IO.Path.IsPathFullyQualified(path) ? new InboxFolder(path)
            : !string.IsNullOrWhiteSpace(data) ? new InboxFolder(System.IO.Path.GetFullPath(System.IO.Path.Combine(data, path)))
            : throw new InvalidOperationException($"{Setting} is a relative path. Set AIWENDY_DATA, to which it is relative, or give the whole path.");
    }

    /// <summary>Whether files may be taken here: they belong to the one person of an installation without sign-in.</summary>
    public static bool IsFor(IDeployment deployment) => deployment is { IsSelfHosted: true, AuthenticationRequired: false };

    /// <summary>The files that wait, by name. What is still being written, hidden files and links are left alone.</summary>
    /// <param name="writtenBefore">Files that changed since then are not finished.</param>
    public IReadOnlyList<FileInfo> Waiting(DateTimeOffset writtenBefore)
    {
        Directory.CreateDirectory(Path);
        return
        [
            .. new DirectoryInfo(Path).EnumerateFiles()
                .Where(file => !file.Name.StartsWith('.') && !file.Name.EndsWith(Results, StringComparison.OrdinalIgnoreCase) && !Unfinished.Contains(file.Extension.ToLowerInvariant()))
                .Where(file => file.LinkTarget is null && file.LastWriteTimeUtc <= writtenBefore.UtcDateTime)
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Moves a file to what it became, with what came of it beside it.</summary>
    /// <param name="file">A file that waits.</param>
    /// <param name="folder"><see cref="Done"/> or <see cref="Refused"/>.</param>
    /// <param name="result">JSON.</param>
    /// <param name="at">Now; part of the name where another file of the name went there before.</param>
    public static void Finish(FileInfo file, string folder, byte[] result, DateTimeOffset at)
    {
        Directory.CreateDirectory(folder);
        string target = System.IO.Path.Combine(folder, file.Name);
        if (File.Exists(target))
        {
            string name = System.IO.Path.GetFileNameWithoutExtension(file.Name);
            target = System.IO.Path.Combine(folder, FormattableString.Invariant($"{name} {at:yyyyMMdd-HHmmssfff}{file.Extension}"));
        }

        File.WriteAllBytes(target + Results, result);
        file.MoveTo(target);
    }
}
