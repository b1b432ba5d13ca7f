using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>
/// What a person wrote about a trade. It hangs on the key of the fill that opened the trade, not on the trade itself, so
/// that undoing an import, importing again, or another file with the same fill leaves it where it was.
/// </summary>
internal sealed class TradeAnnotation : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid AccountId { get; init; }

    /// <summary>Dedupe key of the opening fill.</summary>
    public required string OpeningKey { get; init; }

    public Guid UserId { get; init; }

    /// <summary>Markdown.</summary>
    public string? Note { get; init; }

    public required string[] Tags { get; init; }

    public Guid? PlaybookId { get; init; }

    /// <summary>Ids of the playbook's criteria that were followed.</summary>
    public required string[] Criteria { get; init; }

    public Guid? ProjectId { get; init; }

    public decimal? PlannedEntry { get; init; }

    /// <summary>The first stop, never a moved one: risk is computed from it.</summary>
    public decimal? PlannedStop { get; init; }

    public decimal? PlannedTarget { get; init; }

    public required string[] Mistakes { get; init; }

    public string? EmotionBefore { get; init; }

    public string? EmotionDuring { get; init; }

    public string? EmotionAfter { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Confidence { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Stress { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Rating { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A way of trading that a person wrote down, with what must be true before an entry.</summary>
internal sealed class Playbook : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>JSON: <c>[{"id","text"}]</c>, in the person's order.</summary>
    public required string Criteria { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>A group of trades across accounts, such as a challenge or an experiment.</summary>
internal sealed class Project : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}

/// <summary>A person's page for one day.</summary>
internal sealed class DayEntry : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public DateOnly Day { get; init; }

    public string? Plan { get; init; }

    public string? Review { get; init; }

    public string? Note { get; init; }

    /// <summary>1 to 5.</summary>
    public int? Mood { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A picture that belongs to a trade, with what was drawn on it.</summary>
internal sealed class Screenshot : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public Guid AccountId { get; init; }

    /// <summary>Dedupe key of the fill that opened the trade.</summary>
    public required string OpeningKey { get; init; }

    public required string ContentType { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public int Size { get; init; }

    public required byte[] Content { get; init; }

    public string? Caption { get; init; }

    /// <summary>JSON array of the shapes drawn on the picture.</summary>
    public required string Shapes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Why money came into an account or left it without a trade.</summary>
internal enum CashKind
{
    /// <summary>Paid in.</summary>
    Deposit,

    /// <summary>Paid out.</summary>
    Withdrawal,

    /// <summary>A cost that belongs to no trade: data, platform, a challenge.</summary>
    Fee,

    /// <summary>Interest received.</summary>
    Interest,

    /// <summary>A dividend received.</summary>
    Dividend,
}

/// <summary>Money that came into an account or left it without a trade.</summary>
internal sealed class CashMovement : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public Guid AccountId { get; init; }

    public DateOnly Day { get; init; }

    public CashKind Kind { get; init; }

    /// <summary>Effect on the balance: deposits, interest and dividends are positive, withdrawals and fees negative.</summary>
    public decimal Amount { get; init; }

    /// <summary>ISO code: the account's own.</summary>
    public required string Currency { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A filter of the trades table under a name.</summary>
internal sealed class SavedView : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>The query of the page's address.</summary>
    public required string Query { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What a person knows better about an instrument than the files do.</summary>
internal sealed class InstrumentSetting : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public required string Symbol { get; init; }

    public InstrumentKind Kind { get; init; }

    /// <summary>Money per point of price for one unit; goes before what the fills say.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>Smallest change of the price.</summary>
    public decimal? Tick { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
