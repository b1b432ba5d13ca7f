using System.Text.Json.Serialization;

namespace AIWendy.Plugins.Insights;

/// <summary>What an administrator may set.</summary>
internal sealed record InsightsSettings
{
    public const int DefaultRetentionDays = 396;

    /// <summary>Days that figures are kept; null for the default of thirteen months.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RetentionDays { get; init; }

    [JsonIgnore]
    public int KeptDays => RetentionDays ?? DefaultRetentionDays;
}
