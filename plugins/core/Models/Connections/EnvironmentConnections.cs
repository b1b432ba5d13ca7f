using System.Security.Cryptography;
using System.Text;
using AIWendy.Plugins.Models.Providers;
using AIWendy.Plugins.Models.Providers.Anthropic;
using AIWendy.Plugins.Models.Providers.Ollama;
using AIWendy.Plugins.Models.Providers.OpenAi;
using AIWendy.Sdk.Models;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Connections that the operator set in the environment, for everybody.</summary>
internal sealed class EnvironmentConnections
{
    private EnvironmentConnections(IReadOnlyList<ConnectionDetails> items, Uri ollama)
    {
        Items = items;
        Ollama = ollama;
    }

    /// <summary>The connections, the first of which is the default where nobody chose one.</summary>
    public IReadOnlyList<ConnectionDetails> Items { get; }

    /// <summary>Where to look for Ollama.</summary>
    public Uri Ollama { get; }

    public static EnvironmentConnections From(IConfiguration configuration)
    {
        List<ConnectionDetails> found = [];
        Add(found, OpenAiProvider.Info, configuration["OPENAI_API_KEY"], configuration["OPENAI_BASE_URL"], configuration["OPENAI_MODEL"]);
        Add(found, AnthropicProvider.Info, configuration["ANTHROPIC_API_KEY"], configuration["ANTHROPIC_BASE_URL"], configuration["ANTHROPIC_MODEL"]);
        Uri? ollama = Address(configuration["OLLAMA_BASE_URL"]);
        string? model = Clean(configuration["OLLAMA_MODEL"]);
        if (model is not null)
        {
            found.Add(Create(OllamaProvider.Info, ollama, null, model));
        }

        return new EnvironmentConnections(found, ollama ?? OllamaAddress.Default);
    }

    private static void Add(List<ConnectionDetails> found, ProviderInfo provider, string? key, string? address, string? model)
    {
        Uri? baseUrl = Address(address);
        string? apiKey = Clean(key);
        bool isGiven = apiKey is not null || baseUrl is not null;

        // Which models another server has is for the operator to say.
        string? chosen = Clean(model) ?? (baseUrl is null ? provider.SuggestedModel : null);
        if (isGiven && chosen is not null)
        {
            found.Add(Create(provider, baseUrl, apiKey, chosen));
        }
    }

    private static ConnectionDetails Create(ProviderInfo provider, Uri? baseUrl, string? apiKey, string model) => new(
        IdOf(provider.Kind),
        ConnectionSource.Environment,
        provider.Kind,
        provider.Name,
        new ModelConnection(baseUrl, apiKey, model),
        LocalAddress.Is(baseUrl ?? provider.DefaultBaseUrl));

    /// <summary>The same id after every start, so that a choice survives.</summary>
    private static Guid IdOf(string kind)
    {
        Span<byte> bytes = stackalloc byte[16];
        SHA256.HashData(Encoding.UTF8.GetBytes("aiwendy.models/environment/" + kind)).AsSpan(0, 16).CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static Uri? Address(string? text) =>
        Clean(text) is { } given && Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && (address.Scheme is "http" or "https") ? address : null;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
