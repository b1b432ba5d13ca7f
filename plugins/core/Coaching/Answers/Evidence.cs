using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Sdk.Coaching;

namespace AIWendy.Plugins.Coaching.Answers;

/// <summary>What an answer may cite, as it is streamed, stored and returned.</summary>
internal sealed record Evidence
{
    public IReadOnlyList<EvidenceFigure> Figures { get; init; } = [];

    public IReadOnlyList<EvidenceTrade> Trades { get; init; } = [];

    /// <summary>Citations in the text that no tool backs; clients mark them.</summary>
    public IReadOnlyList<string> Unbacked { get; init; } = [];

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => Figures.Count == 0 && Trades.Count == 0 && Unbacked.Count == 0;

    /// <summary>Both sets together. Two figures may share an id when one tool was asked twice with other filters.</summary>
    public Evidence With(Evidence other) => new()
    {
        Figures = [.. Figures.Concat(other.Figures).DistinctBy(figure => (figure.Id, figure.Value, figure.N))],
        Trades = [.. Trades.Concat(other.Trades).DistinctBy(trade => trade.Id)],
        Unbacked = [.. Unbacked.Union(other.Unbacked, StringComparer.Ordinal)],
    };

    /// <summary>What one tool call returned, with labels in the user's language.</summary>
    public static Evidence Of(CoachToolResult result, string language) => new()
    {
        Figures = [.. result.Figures.Select(figure => new EvidenceFigure(
            figure.Id, figure.Label.For(language), figure.Value, figure.Unit, figure.N, figure.Reason, figure.Currency))],
        Trades = result.Trades,
    };

    public static Evidence Parse(string? json) =>
        json is null ? new Evidence() : JsonSerializer.Deserialize(json, CoachingJsonContext.Default.Evidence) ?? new Evidence();

    public string? ToJson() => IsEmpty ? null : JsonSerializer.Serialize(this, CoachingJsonContext.Default.Evidence);

    public JsonObject ToNode() => JsonSerializer.SerializeToNode(this, CoachingJsonContext.Default.Evidence)!.AsObject();
}

/// <summary>A figure with its label in the user's language.</summary>
internal sealed record EvidenceFigure(string Id, string Label, decimal? Value, string Unit, int N, string? Reason, string? Currency);

/// <summary>One tool call as the user sees it.</summary>
/// <param name="Status"><c>running</c>, <c>done</c> or <c>failed</c>.</param>
internal sealed record ToolStep(string CallId, string Name, string Title, string Status, long? DurationMs);
