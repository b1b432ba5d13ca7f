namespace AIWendy.Plugins.Models.Providers.Ollama;

/// <summary>Finds Ollama's endpoints below the base URL that a user gave.</summary>
internal static class OllamaAddress
{
    /// <summary>Where Ollama listens when nothing else is said.</summary>
    public static readonly Uri Default = new("http://localhost:11434");

    public static Uri Base(Uri? given)
    {
        string text = (given ?? Default).GetLeftPart(UriPartial.Path).TrimEnd('/');
        foreach (string suffix in (ReadOnlySpan<string>)["/api/chat", "/api", "/v1"])
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return new Uri(text[..^suffix.Length]);
            }
        }

        return new Uri(text);
    }

    public static Uri Endpoint(Uri? baseUrl, string path) => new(Base(baseUrl).AbsoluteUri.TrimEnd('/') + path);

    /// <summary>Ollama itself needs no key; proxies before it do.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(string? apiKey) =>
        string.IsNullOrEmpty(apiKey) ? [] : [new("Authorization", "Bearer " + apiKey)];
}
