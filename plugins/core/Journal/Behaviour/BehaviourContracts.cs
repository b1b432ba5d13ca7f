using System.Text.Json;
using System.Text.Json.Serialization;

namespace AIWendy.Plugins.Journal.Behaviour;

internal sealed record FindingIntervalBody(decimal Low, decimal High, decimal Level);

internal sealed record FindingCostBody(decimal Amount, string Currency);

internal sealed record FindingPartBody(string Id, string Label, decimal Value, string Unit);

/// <summary>A finding as clients see it. Numbers are rounded as in the sentence.</summary>
internal sealed record FindingBody(
    string Id,
    string Detector,
    string Title,
    string Sentence,
    decimal? Score,
    decimal? Effect,
    string EffectUnit,
    FindingIntervalBody? Interval,
    decimal? PValue,
    decimal? Corrected,
    bool Significant,
    int N,
    int NRequired,
    FindingCostBody? Cost,
    string? Reason,
    IReadOnlyList<Guid> Evidence,
    IReadOnlyList<FindingPartBody> Parts,
    string? Feedback);

/// <summary>What <c>/behaviour</c> answers.</summary>
/// <param name="Currency">ISO code, or null when there is no trade at all.</param>
/// <param name="Trades">How many trades were looked at.</param>
/// <param name="Truncated">Whether these are the latest of more.</param>
/// <param name="Items">A finding of every detector.</param>
internal sealed record BehaviourBody(string? Currency, int Trades, bool Truncated, IReadOnlyList<FindingBody> Items);

/// <summary>What a person says about a finding: <c>me</c>, <c>not_me</c>, or null to take it back.</summary>
internal sealed record FeedbackInput(string? Value);

internal sealed record FeedbackBody(string Detector, string? Value);

/// <summary>JSON of the findings.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BehaviourBody))]
[JsonSerializable(typeof(FeedbackInput))]
[JsonSerializable(typeof(FeedbackBody))]
internal sealed partial class BehaviourJsonContext : JsonSerializerContext;
