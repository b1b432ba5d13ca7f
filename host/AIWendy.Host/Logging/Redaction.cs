using System.Text.RegularExpressions;

namespace AIWendy.Host.Logging;

/// <summary>Takes secrets out of text that goes to a log.</summary>
internal static partial class Redaction
{
    public const string Mask = "***";

    /// <summary>Names of values that are secret whatever they look like.</summary>
    public static bool IsSecretName(string name) => SecretName().IsMatch(name);

    /// <summary>The text without credentials, keys and passwords; the same instance when it holds none.</summary>
    public static string Clean(string text)
    {
        if (text.Length < 8 || !MayHoldSecret(text))
        {
            return text;
        }

        text = UrlPassword().Replace(text, $"${{before}}{Mask}@");
        text = Assignment().Replace(text, $"${{name}}{Mask}");
        text = Credential().Replace(text, $"${{scheme}} {Mask}");
        return Key().Replace(text, match => match.Value[..Math.Min(match.Value.IndexOfAny(['-', '_']) + 1, 6)] + Mask);
    }

    /// <summary>A cheap look, because nearly every line holds none.</summary>
    private static bool MayHoldSecret(string text) => text.AsSpan().ContainsAny(Hints);

    private static readonly System.Buffers.SearchValues<string> Hints = System.Buffers.SearchValues.Create(
        ["sk-", "sk_", "rk_", "xox", "ghp_", "AIza", "AKIA", "eyJ", "whsec", "pass", "pwd", "secret", "token", "key", "authorization", "bearer", "basic", "cookie", "://"],
        StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("pass(word|phrase|wd)?$|pwd|secret|token|api[-_]?key|authorization|cookie|credential|private[-_]?key", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // postgres://user:password@host
    [GeneratedRegex(@"(?<before>[a-z][a-z0-9+.-]*://[^\s/:@""']*:)[^\s@/""']+@", RegexOptions.IgnoreCase)]
    private static partial Regex UrlPassword();

    // Password=...; "apiKey": "..." ; X-Api-Key: ... ; Cookie: ...
    [GeneratedRegex("""(?<name>\b(?:password|passwd|pwd|passphrase|secret|client[-_]?secret|api[-_]?key|x-api-key|access[-_]?token|refresh[-_]?token|token|set-cookie|cookie|aiwendy_secret_key)["']?\s*[:=]\s*["']?)(?!\*\*\*)[^\s;,"'&}]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();

    // Authorization: Bearer ...
    [GeneratedRegex(@"\b(?<scheme>bearer|basic)\s+[A-Za-z0-9+/=._~-]{6,}", RegexOptions.IgnoreCase)]
    private static partial Regex Credential();

    [GeneratedRegex(@"\b(?:sk|rk|pk)[-_][A-Za-z0-9_-]{8,}|\bwhsec_[A-Za-z0-9+/=]{8,}|\bxox[abprs]-[A-Za-z0-9-]{8,}|\bghp_[A-Za-z0-9]{20,}|\bAIza[A-Za-z0-9_-]{20,}|\bAKIA[A-Z0-9]{12,}|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*")]
    private static partial Regex Key();
}
