using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>A trading account of a person.</summary>
internal sealed class Account : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>Name of the account in the broker's files, or <see langword="null"/> for an account that takes files without one.</summary>
    public string? ExternalName { get; init; }

    public required string Currency { get; init; }

    /// <summary>IANA name; decides to which day a trade belongs.</summary>
    public required string TimeZone { get; init; }

    public decimal StartBalance { get; init; }

    public string? Broker { get; init; }

    /// <summary>Local time at which a trading day ends; <see langword="null"/> for midnight.</summary>
    public TimeOnly? DayCutOff { get; init; }

    public LotMethod LotMethod { get; init; }

    /// <summary>A net result of at most this size, either way, counts as breakeven.</summary>
    public decimal BreakevenBand { get; init; }

    /// <summary>First day after the account was reset, as prop firms do.</summary>
    public DateOnly? ResetOn { get; init; }

    public bool IsSample { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Where an import stands.</summary>
internal enum ImportState
{
    /// <summary>Read, not in the journal.</summary>
    Preview,

    /// <summary>In the journal.</summary>
    Committed,

    /// <summary>Taken out again.</summary>
    Undone,
}

/// <summary>An uploaded file and what came of it. The file itself is kept, so that it can be read again.</summary>
internal sealed class ImportBatch : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>Set when the user chose the account; otherwise the file or the default decides.</summary>
    public Guid? AccountId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Sha256 { get; init; }

    public long Size { get; init; }

    /// <summary>The file, compressed with gzip.</summary>
    public required byte[] Content { get; init; }

    public required string Format { get; init; }

    public required string TimeZone { get; init; }

    public required string Currency { get; init; }

    public ImportState State { get; init; }

    public int Executions { get; init; }

    public int Duplicates { get; init; }

    /// <summary>What the file holds, as JSON.</summary>
    public required string Summary { get; init; }

    /// <summary>What the user overruled about the reading of the file, as JSON, or <see langword="null"/>.</summary>
    public string? Choices { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CommittedAt { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }
}

/// <summary>A fill as imported; never changed.</summary>
internal sealed class StoredExecution : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public Guid AccountId { get; init; }

    public Guid BatchId { get; init; }

    public int Row { get; init; }

    public required string DedupeKey { get; init; }

    public string? BrokerId { get; init; }

    public required string Symbol { get; init; }

    public InstrumentKind Kind { get; init; }

    public FillSide Side { get; init; }

    public decimal Quantity { get; init; }

    public decimal Price { get; init; }

    public decimal Fee { get; init; }

    public required string Currency { get; init; }

    public decimal Multiplier { get; init; }

    public DateTimeOffset ExecutedAt { get; init; }

    public long Sequence { get; init; }

    public string? Pairing { get; init; }
}

/// <summary>A closed position; derived from executions.</summary>
internal sealed class StoredRoundTrip : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>What people call it: 194 is T-0194. Unique per person; kept when the trade is rebuilt.</summary>
    public int Number { get; init; }

    /// <summary>The fill that opened it, by which a rebuild finds it again.</summary>
    public Guid OpeningExecutionId { get; init; }

    /// <summary>Where the person's edits to this trade are kept: the dedupe key of an opening fill, mostly the first.</summary>
    public required string OpeningKey { get; init; }

    public required string Symbol { get; init; }

    public PositionSide Side { get; init; }

    public decimal Quantity { get; init; }

    public decimal EntryPrice { get; init; }

    public decimal ExitPrice { get; init; }

    public decimal Multiplier { get; init; }

    public decimal Gross { get; init; }

    public decimal Fees { get; init; }

    public decimal Net { get; init; }

    public required string Currency { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset ClosedAt { get; init; }

    /// <summary>Day of the close in the account's zone.</summary>
    public DateOnly ClosedOn { get; init; }

    public int FillCount { get; init; }
}

/// <summary>A fill, or a part of one, within a closed position; derived.</summary>
internal sealed class StoredFill : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid RoundTripId { get; init; }

    public int Ordinal { get; init; }

    public Guid ExecutionId { get; init; }

    public decimal Quantity { get; init; }

    public decimal Fee { get; init; }

    public bool Opens { get; init; }
}

/// <summary>A position that is not flat; derived.</summary>
internal sealed class StoredPosition : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public Guid AccountId { get; init; }

    public required string Symbol { get; init; }

    public required string Currency { get; init; }

    public PositionSide Side { get; init; }

    public decimal Quantity { get; init; }

    public decimal AveragePrice { get; init; }

    public decimal Multiplier { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public decimal RealisedGross { get; init; }

    public decimal RealisedFees { get; init; }
}
