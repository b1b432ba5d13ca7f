namespace AIWendy.Host.Configuration;

/// <summary>Refuses keys that somebody could guess.</summary>
internal static class SecretStrength
{
    private const int LeastLength = 32;
    private const int LeastDistinctCharacters = 12;

    private static readonly string[] KnownWords =
        ["changeme", "change-me", "change_me", "password", "secretkey", "secret-key", "secret_key", "your-", "your_", "example", "placeholder", "aiwendy", "insecure"];

    /// <summary>One sentence on what is wrong, or null when the key is strong enough.</summary>
    public static string? Weakness(string key)
    {
        if (key.Length < LeastLength)
        {
            return $"it has {key.Length} characters and needs at least {LeastLength}";
        }

        if (KnownWords.FirstOrDefault(word => key.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            return $"it contains '{word}', as examples do";
        }

        return key.Distinct().Count() < LeastDistinctCharacters ? "it repeats few characters" : null;
    }
}
