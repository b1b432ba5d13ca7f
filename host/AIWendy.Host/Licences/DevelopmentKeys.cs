using AIWendy.Host.Configuration;

namespace AIWendy.Host.Licences;

/// <summary>
/// Keys that lie in a folder and count in the environment Development only: for tests, and for those who write plugins
/// with features for sale. In any other environment nobody can trust a key of his own.
/// </summary>
internal sealed partial class DevelopmentKeys(HostSettings settings, IHostEnvironment environment, ILogger<DevelopmentKeys> logger)
{
    /// <summary>The keys, and none outside Development.</summary>
    public IReadOnlyList<LicenceKey> Read()
    {
        string folder = settings.LicenceKeysFolder;
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.pem").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
        {
            return [];
        }

        if (!environment.IsDevelopment())
        {
            LogPassedOver(logger, folder);
            return [];
        }

        List<LicenceKey> keys = [];
        foreach (string file in files)
        {
            try
            {
                string pem = File.ReadAllText(file);
                if (!pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
                {
                    keys.Add(LicenceKey.OfPem(pem, LicenceKeySource.Development));
                }
            }
            catch (Exception exception) when (exception is LicenceException or IOException or UnauthorizedAccessException)
            {
                LogUnreadable(logger, file, exception.Message);
            }
        }

        LogTrusted(logger, keys.Count, folder);
        return keys;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys in {Folder} do not count: licences of keys for development are accepted in the environment Development only")]
    private static partial void LogPassedOver(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} holds no key for licences: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string file, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Licences of {Count} keys for development in {Folder} are accepted, because the environment is Development")]
    private static partial void LogTrusted(ILogger logger, int count, string folder);
}
