using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Insights.Data;

internal sealed class InsightsDbContext(DbContextOptions<InsightsDbContext> options) : PluginDbContext(options)
{
    public DbSet<DailyCount> DailyCounts => Set<DailyCount>();

    public DbSet<ActivePerson> ActivePeople => Set<ActivePerson>();

    protected override void Define(ModelBuilder model)
    {
        model.Entity<DailyCount>(count => count.HasKey(e => new { e.TenantId, e.Day, e.Metric, e.Key }));
        model.Entity<ActivePerson>(person => person.HasKey(e => new { e.TenantId, e.Day, e.UserId }));
    }
}

/// <summary>How often something happened on a day.</summary>
internal sealed class DailyCount : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>The day in UTC.</summary>
    public DateOnly Day { get; set; }

    /// <summary>One of <see cref="Counting.Metrics"/>.</summary>
    public string Metric { get; set; } = string.Empty;

    /// <summary>What the metric is split by, for example a coach; empty where it is not split.</summary>
    public string Key { get; set; } = string.Empty;

    public long Count { get; set; }
}

/// <summary>A person who did something on a day; nothing says what.</summary>
internal sealed class ActivePerson : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>The day in UTC.</summary>
    public DateOnly Day { get; set; }

    public Guid UserId { get; set; }
}
