using AIWendy.Plugins.Models.Offline;
using AIWendy.Plugins.Models.Providers.Anthropic;
using AIWendy.Plugins.Models.Providers.Ollama;
using AIWendy.Plugins.Models.Providers.OpenAi;
using AIWendy.Sdk;
using AIWendy.Sdk.Models;

namespace AIWendy.Plugins.Models.Providers;

/// <summary>Finds the provider of a kind: the plugin's own, or one that another plugin contributes.</summary>
internal sealed class ProviderSet(OpenAiProvider openAi, AnthropicProvider anthropic, OllamaProvider ollama, OfflineProvider offline, IExtensions<IChatModelProvider> contributed)
{
    /// <summary>The kinds that this plugin knows by itself and that people may connect to.</summary>
    public static readonly IReadOnlyList<ProviderInfo> Known = [OpenAiProvider.Info, AnthropicProvider.Info, OllamaProvider.Info];

    /// <summary>Takes a provider. Dispose what is returned when its client is no longer used.</summary>
    public async ValueTask<ProviderLease?> TakeAsync(string kind)
    {
        IChatModelProvider? own = kind switch
        {
            "openai" => openAi,
            "anthropic" => anthropic,
            "ollama" => ollama,
            OfflineProvider.Name => offline,
            _ => null,
        };
        if (own is not null)
        {
            return new ProviderLease(own, null);
        }

        IExtensionLease<IChatModelProvider> lease = contributed.Acquire();
        if (lease.Items.FirstOrDefault(item => item.Value.Kind == kind) is { } found)
        {
            return new ProviderLease(found.Value, lease);
        }

        await lease.DisposeAsync();
        return null;
    }

    /// <summary>Kinds that other plugins contribute.</summary>
    public async ValueTask<IReadOnlyList<string>> ContributedKindsAsync()
    {
        await using IExtensionLease<IChatModelProvider> lease = contributed.Acquire();
        return [.. lease.Items.Select(item => item.Value.Kind).Where(kind => kind != OfflineProvider.Name && Known.All(known => known.Kind != kind)).Distinct()];
    }
}

/// <summary>A provider and the right to use it.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Owner">Keeps the provider's plugin loaded; null for this plugin's own.</param>
internal sealed record ProviderLease(IChatModelProvider Provider, IAsyncDisposable? Owner) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Owner?.DisposeAsync() ?? ValueTask.CompletedTask;
}
