using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>The rules of a person.</summary>
internal sealed class TradingRules : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    /// <summary>JSON.</summary>
    public required string Rules { get; init; }

    /// <summary>JSON of rules that wait, or null.</summary>
    public string? Pending { get; init; }

    public DateTimeOffset? PendingFrom { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A person's own lock on trading. It only ever gets longer.</summary>
internal sealed class TradingLock : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public DateTimeOffset Since { get; init; }

    public DateTimeOffset Until { get; init; }
}

/// <summary>What a check answered.</summary>
internal enum CheckDecision
{
    /// <summary>Nothing speaks against the trade.</summary>
    Allowed,

    /// <summary>Something is worth a second look.</summary>
    Warn,

    /// <summary>To be confirmed with a note.</summary>
    Confirm,

    /// <summary>Not to be taken.</summary>
    Blocked,
}

/// <summary>A check before a trade, and whether its answer was overridden.</summary>
internal sealed class StoredCheck : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public Guid AccountId { get; init; }

    public required string Symbol { get; init; }

    public PositionSide Side { get; init; }

    public decimal Quantity { get; init; }

    public decimal? Risk { get; init; }

    public Guid? PlaybookId { get; init; }

    public CheckDecision Decision { get; init; }

    /// <summary>JSON.</summary>
    public required string Reasons { get; init; }

    public DateTimeOffset CheckedAt { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset? OverriddenAt { get; init; }
}

/// <summary>Tables of the pre-trade ritual.</summary>
internal static class RuleModel
{
    public static void Define(ModelBuilder model)
    {
        model.Entity<TradingRules>(rules =>
        {
            rules.ToTable("trading_rules");
            rules.HasKey(e => new { e.TenantId, e.UserId });
            rules.Property(e => e.Rules).HasColumnType("jsonb");
            rules.Property(e => e.Pending).HasColumnType("jsonb");
        });
        model.Entity<TradingLock>(trading =>
        {
            trading.ToTable("trading_locks");
            trading.HasKey(e => new { e.TenantId, e.UserId });
        });
        model.Entity<StoredRoundTrip>(trip => trip.HasIndex(e => new { e.TenantId, e.AccountId, e.OpenedAt }));
        model.Entity<StoredCheck>(check =>
        {
            check.ToTable("trade_checks");
            check.HasKey(e => new { e.TenantId, e.Id });
            check.Property(e => e.Reasons).HasColumnType("jsonb");
            check.HasIndex(e => new { e.TenantId, e.UserId, e.Id });
            check.HasIndex(e => new { e.TenantId, e.AccountId });
            check.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
