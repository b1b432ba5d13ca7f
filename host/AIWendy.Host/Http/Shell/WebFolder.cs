using System.Text.Json;
using AIWendy.Host.Configuration;

namespace AIWendy.Host.Http.Shell;

/// <summary>The built web shell on disk: <c>AIWENDY_WEB_DIR</c>.</summary>
internal sealed partial class WebFolder
{
    public WebFolder(HostSettings settings, ILogger<WebFolder> logger)
    {
        Root = Path.GetFullPath(settings.WebFolder);
        ScriptHashes = ReadScriptHashes(Root, logger);
    }

    /// <summary>Absolute path; the folder may be missing.</summary>
    public string Root { get; }

    /// <summary>Whether there is a page to serve.</summary>
    public bool HasIndex => File.Exists(Path.Combine(Root, "index.html"));

    /// <summary>Hashes of the inline scripts that the page needs, such as <c>sha256-…</c>; today the import map's alone.</summary>
    public IReadOnlyList<string> ScriptHashes { get; }

    private static List<string> ReadScriptHashes(string root, ILogger logger)
    {
        string path = Path.Combine(root, "csp.json");
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return
            [
                .. document.RootElement.GetProperty("scriptHashes").EnumerateArray()
                    .Select(hash => hash.GetString() ?? string.Empty)
                    .Where(hash => hash.StartsWith("sha256-", StringComparison.Ordinal) && !hash.AsSpan().ContainsAny(" ;'\"\r\n")),
            ];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            LogUnreadable(logger, exception, path);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The script hashes in {Path} can not be read, so the page's import map will be blocked")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, string path);
}
