using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>Makes a provider's words fit for the log: no keys, no control characters, short.</summary>
internal static partial class Redaction
{
    public static string Clean(string text, string? apiKey)
    {
        string result = string.IsNullOrEmpty(apiKey) ? text : text.Replace(apiKey, "***", StringComparison.Ordinal);
        result = Secret().Replace(result, "***");
        result = Control().Replace(result, " ");
        return result.Length > 200 ? result[..200] : result;
    }

    [GeneratedRegex(@"(?i)(?:bearer\s+\S+|\b(?:sk|pk|rk|gsk|xai|key|token|api)[-_][\w*.\-]{6,}|\b[A-Za-z0-9_\-]{24,}\b)")]
    private static partial Regex Secret();

    [GeneratedRegex(@"[\p{C}]+")]
    private static partial Regex Control();
}
