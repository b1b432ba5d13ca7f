namespace AIWendy.Plugins.Models.Providers.Anthropic;

/// <summary>Finds the endpoints of the Messages API below the base URL that a user gave.</summary>
internal static class AnthropicAddress
{
    /// <summary>Where Anthropic listens.</summary>
    public static readonly Uri Default = new("https://api.anthropic.com");

    public static Uri Base(Uri? given)
    {
        string text = (given ?? Default).GetLeftPart(UriPartial.Path).TrimEnd('/');
        foreach (string suffix in (ReadOnlySpan<string>)["/v1/messages", "/v1"])
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return new Uri(text[..^suffix.Length]);
            }
        }

        return new Uri(text);
    }

    public static Uri Endpoint(Uri? baseUrl, string path) => new(Base(baseUrl).AbsoluteUri.TrimEnd('/') + path);

    public static IReadOnlyList<KeyValuePair<string, string>> Headers(string? apiKey)
    {
        KeyValuePair<string, string> version = new("anthropic-version", "2023-06-01");
        return string.IsNullOrEmpty(apiKey) ? [version] : [version, new("x-api-key", apiKey)];
    }
}
