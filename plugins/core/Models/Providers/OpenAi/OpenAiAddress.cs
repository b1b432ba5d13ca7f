namespace AIWendy.Plugins.Models.Providers.OpenAi;

/// <summary>Finds the endpoints below the base URL that a user gave.</summary>
internal static class OpenAiAddress
{
    /// <summary>Where OpenAI itself listens.</summary>
    public static readonly Uri Default = new("https://api.openai.com/v1");

    /// <summary>The base URL without a trailing endpoint or slash.</summary>
    public static Uri Base(Uri? given)
    {
        UriBuilder builder = new(given ?? Default) { Query = string.Empty, Fragment = string.Empty };
        string path = builder.Path.TrimEnd('/');
        const string Endpoint = "/chat/completions";
        builder.Path = path.EndsWith(Endpoint, StringComparison.OrdinalIgnoreCase) ? path[..^Endpoint.Length] : path;
        return builder.Uri;
    }

    /// <summary>An endpoint below the base URL.</summary>
    public static Uri Endpoint(Uri baseUrl, string path) => new(baseUrl.AbsoluteUri.TrimEnd('/') + path);

    /// <summary>Most servers listen below <c>/v1</c>; people leave it out.</summary>
    public static bool LacksVersion(Uri baseUrl) => baseUrl.AbsolutePath is "" or "/";
}
