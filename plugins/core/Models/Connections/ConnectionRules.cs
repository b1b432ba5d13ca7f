using AIWendy.Plugins.Models.Providers;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Models.Connections;

/// <summary>Checks what people enter.</summary>
internal sealed class ConnectionRules(IOutboundHttp outbound, ProviderSet providers)
{
    private const int LongestName = 80;
    private const int LongestModel = 200;
    private const int LongestKey = 4096;

    /// <summary>The kind, if some provider knows it.</summary>
    public async ValueTask<string> KindAsync(string? given)
    {
        string kind = given?.Trim() ?? string.Empty;
        IReadOnlyList<string> kinds = [.. ProviderSet.Known.Select(static known => known.Kind), .. await providers.ContributedKindsAsync()];
        return kinds.Contains(kind)
            ? kind
            : throw ProblemException.Invalid("kind", Text.Of($"The kind must be one of {string.Join(", ", kinds)}.", $"类型必须是以下之一：{string.Join(", ", kinds)}。"));
    }

    /// <summary>The address in a fixed form, or null for the provider's own.</summary>
    public string? BaseUrl(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return null;
        }

        // Neither query nor fragment can be part of a base that paths are added to.
        return outbound.Validate(given.Trim()).GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    public static string Model(string? given)
    {
        string model = given?.Trim() ?? string.Empty;
        return model.Length == 0 ? throw ProblemException.Invalid("model", Text.Of("The name of the model is missing.", "缺少模型名称。"))
            : model.Length > LongestModel || model.Any(char.IsControl) ? throw ProblemException.Invalid("model", Text.Of("The name of the model is too long or holds characters that no name has.", "模型名称太长，或含有不允许的字符。"))
            : model;
    }

    public static string Name(string? given, string fallback)
    {
        string name = string.IsNullOrWhiteSpace(given) ? fallback : given.Trim();
        return name.Length > LongestName && string.IsNullOrWhiteSpace(given) ? name[..LongestName]
            : name.Length > LongestName || name.Any(char.IsControl) ? throw ProblemException.Invalid("name", Text.Of($"A name has at most {LongestName} characters on one line.", $"名称只能有一行，最多 {LongestName} 个字符。"))
            : name;
    }

    /// <summary>A key fit for a header, or null for none.</summary>
    public static string? Key(string? given)
    {
        string key = given?.Trim() ?? string.Empty;
        return key.Length == 0 ? null
            : key.Length > LongestKey || key.Any(static c => c is < '!' or > '~') ? throw ProblemException.Invalid("apiKey", Text.Of("This is no key: it is too long, or holds spaces or characters that no key has.", "这不是密钥：它太长，或含有空格或密钥中不会有的字符。"))
            : key;
    }

    /// <summary>A provider's own address is useless without a key.</summary>
    public static void DemandKey(string kind, string? baseUrl, string? key)
    {
        if (key is null && baseUrl is null && ProviderSet.Known.Any(known => known.Kind == kind && known.KeyRequired))
        {
            throw ProblemException.Invalid("apiKey", Text.Of("This provider needs a key.", "这个服务商需要密钥。"));
        }
    }
}
