using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Analytics.Data;

internal sealed class AnalyticsDbContext(DbContextOptions<AnalyticsDbContext> options) : PluginDbContext(options)
{
    public DbSet<OutboxEvent> Outbox => Set<OutboxEvent>();

    public DbSet<DeliveryState> Deliveries => Set<DeliveryState>();

    public DbSet<OptOut> OptOuts => Set<OptOut>();

    public DbSet<PseudonymKey> PseudonymKeys => Set<PseudonymKey>();

    protected override void Define(ModelBuilder model)
    {
        model.Entity<OutboxEvent>(row =>
        {
            row.HasKey(e => new { e.TenantId, e.Id });
            row.Property(e => e.Properties).HasColumnType("jsonb");
        });
        model.Entity<DeliveryState>(row => row.HasKey(e => e.TenantId));
        model.Entity<OptOut>(row => row.HasKey(e => new { e.TenantId, e.UserId }));
        model.Entity<PseudonymKey>(row => row.HasKey(e => e.TenantId));
    }
}

/// <summary>An event that waits for its delivery, or that was given up.</summary>
internal sealed class OutboxEvent : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>Goes to the provider with every attempt, so that it counts the event once.</summary>
    public Guid Id { get; set; }

    public string Name { get; set; } = string.Empty;

    /// <summary>Pseudonym of the person.</summary>
    public string DistinctId { get; set; } = string.Empty;

    public string Properties { get; set; } = "{}";

    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>Until then some node is sending it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? DiedAt { get; set; }

    /// <summary>Why it was given up: <c>expired</c> or what the provider said.</summary>
    public string? DiedOf { get; set; }
}

/// <summary>How the delivery of a tenant's events goes.</summary>
internal sealed class DeliveryState : ITenantOwned
{
    public Guid TenantId { get; set; }

    public long Delivered { get; set; }

    /// <summary>Events that were deleted because too many waited.</summary>
    public long Dropped { get; set; }

    /// <summary>Attempts that failed since the last one that did not.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? LastDeliveredAt { get; set; }

    public string? LastError { get; set; }
}

/// <summary>A person who does not want to be counted.</summary>
internal sealed class OptOut : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>The secret from which a tenant's pseudonyms are made; without it nobody can tell who they are.</summary>
internal sealed class PseudonymKey : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>32 random bytes, encrypted.</summary>
    public string Secret { get; set; } = string.Empty;
}
