namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>What a person wrote about a trade.</summary>
internal sealed record Annotation
{
    /// <summary>A trade about which nothing was written.</summary>
    public static readonly Annotation Empty = new();

    /// <summary>Markdown.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public Guid? PlaybookId { get; init; }

    /// <summary>Ids of the playbook's criteria that were followed.</summary>
    public IReadOnlyList<string> Criteria { get; init; } = [];

    public Guid? ProjectId { get; init; }

    public decimal? PlannedEntry { get; init; }

    /// <summary>The first stop, never a moved one.</summary>
    public decimal? PlannedStop { get; init; }

    public decimal? PlannedTarget { get; init; }

    public IReadOnlyList<string> Mistakes { get; init; } = [];

    public string? EmotionBefore { get; init; }

    public string? EmotionDuring { get; init; }

    public string? EmotionAfter { get; init; }

    public int? Confidence { get; init; }

    public int? Stress { get; init; }

    public int? Rating { get; init; }

    /// <summary>When it was last changed; <see langword="null"/> when nothing was ever written.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Changes with every edit; an entity tag.</summary>
    public string Version => UpdatedAt is { } at ? $"\"{at.UtcTicks:x}\"" : "\"0\"";
}

/// <summary>A trade, where its edits are kept, and the edits.</summary>
internal sealed record AnnotatedTrade(Guid TradeId, Guid AccountId, string OpeningKey, Annotation Annotation);
