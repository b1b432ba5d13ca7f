using AIWendy.Sdk.Localization;

namespace AIWendy.Host.Licences;

/// <summary>Tokens that a setting holds, itself or in the file that it names.</summary>
internal static class ConfiguredTokens
{
    /// <summary>The tokens; none where nothing is set.</summary>
    /// <exception cref="LicenceException">The setting names a file that can not be read.</exception>
    public static IReadOnlyList<string> Read(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return [];
        }

        string text = setting.Trim();
        if (LooksLikeToken(text) && !File.Exists(text))
        {
            return [text];
        }

        try
        {
            return text.Length < 4096 && new FileInfo(text) is { Exists: true, Length: <= 1024 * 1024 }
                ? File.ReadAllText(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                : throw new LicenceException(Text.Of($"There is no file {text}.", $"没有文件 {text}。"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new LicenceException(Text.Of($"{text} can not be read.", $"无法读取 {text}。"));
        }
    }

    private static bool LooksLikeToken(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal) && text.Count(character => character == '.') == 2;
}
