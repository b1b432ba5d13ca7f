using System.Globalization;

namespace AIWendy.Host.Plugins.Faults;

/// <summary>
/// A small file for each plugin that is being started. One that is found at the next start says that the process ended
/// meanwhile. Files, because they outlive every way in which a process can end, and ask nothing of a database.
/// </summary>
internal sealed partial class CrashMarks(PluginRuntimeOptions options, ILogger<CrashMarks> logger)
{
    private readonly string folder = Path.Combine(options.InstalledDirectory, ".starting");

    /// <summary>How often in a row the process has ended while this version started.</summary>
    public int CrashesOf(string pluginId, string version)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(PathOf(pluginId));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }

        if (lines.Length != 2 || !int.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out int crashes))
        {
            return 1;
        }

        return lines[0] == version ? crashes : 0;
    }

    /// <summary>The start of a version begins.</summary>
    public void Begin(string pluginId, string version)
    {
        int crashes = CrashesOf(pluginId, version) + 1;
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(PathOf(pluginId), string.Create(CultureInfo.InvariantCulture, $"{version}\n{crashes}\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotKept(logger, exception, pluginId);
        }
    }

    /// <summary>The start is over, well or not; the process is still there.</summary>
    public void End(string pluginId) => Forgive(pluginId);

    /// <summary>Forgets earlier ends of the process.</summary>
    public void Forgive(string pluginId)
    {
        try
        {
            File.Delete(PathOf(pluginId));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (exception is not DirectoryNotFoundException)
            {
                LogNotKept(logger, exception, pluginId);
            }
        }
    }

    // Ids are checked before anything is loaded: letters, digits, dots and dashes.
    private string PathOf(string pluginId) => Path.Combine(folder, Path.GetFileName(pluginId));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mark that plugin {PluginId} is being started can not be kept")]
    private static partial void LogNotKept(ILogger logger, Exception exception, string pluginId);
}
