using System.Text.Json.Serialization;

namespace AIWendy.Plugins.Analytics;

/// <summary>What an administrator chose for the tenant.</summary>
internal sealed record AnalyticsSettings
{
    /// <summary>Whether usage events are sent; null where nobody chose, which means yes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SendUsage { get; init; }

    [JsonIgnore]
    public bool IsOn => SendUsage ?? true;
}
