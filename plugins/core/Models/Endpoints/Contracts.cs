using System.Text.Json.Serialization;
using AIWendy.Plugins.Models.Connections;
using AIWendy.Plugins.Models.Usage;

namespace AIWendy.Plugins.Models.Endpoints;

/// <summary>A connection as people see it; the key only masked.</summary>
internal sealed record ConnectionItem(
    Guid Id,
    ConnectionSource Source,
    string Kind,
    string Name,
    string? BaseUrl,
    string? ApiKey,
    string Model,
    bool IsDefault,
    bool IsLocal,
    bool ReadOnly,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt,
    LastTest? LastTest);

/// <summary>How the last test went.</summary>
internal sealed record LastTest(DateTimeOffset At, bool Ok, string? Code, long? LatencyMs);

internal sealed record ConnectionList(IReadOnlyList<ConnectionItem> Items, Guid DefaultId);

internal sealed record ConnectionCreated(Guid Id);

/// <summary>A kind of connection.</summary>
/// <param name="Kind">Name that connections carry.</param>
/// <param name="Name">What people see.</param>
/// <param name="DefaultBaseUrl">The address when none is given.</param>
/// <param name="KeyRequired">Whether the default address demands a key.</param>
/// <param name="SuggestedModel">A model to start with.</param>
/// <param name="Found">Whether a local server answered; null when nobody looked.</param>
/// <param name="Models">Models that the local server holds.</param>
internal sealed record ProviderItem(string Kind, string Name, string? DefaultBaseUrl, bool KeyRequired, string? SuggestedModel, bool? Found, IReadOnlyList<string> Models);

internal sealed record ProviderList(IReadOnlyList<ProviderItem> Items);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ConnectionChange))]
[JsonSerializable(typeof(ConnectionItem))]
[JsonSerializable(typeof(ConnectionList))]
[JsonSerializable(typeof(ConnectionCreated))]
[JsonSerializable(typeof(ProviderList))]
[JsonSerializable(typeof(TestResult))]
[JsonSerializable(typeof(UsageTotals))]
internal sealed partial class ModelsJsonContext : JsonSerializerContext;
