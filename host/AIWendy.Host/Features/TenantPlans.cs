using System.Collections.Concurrent;
using AIWendy.Sdk;
using AIWendy.Sdk.Features;

namespace AIWendy.Host.Features;

/// <summary>Asks the plugins that know plans, and keeps each answer for a few seconds.</summary>
internal sealed class TenantPlans(IExtensions<IPlanEntitlements> sources, TimeProvider time)
{
    private const int MaximumTenants = 10_000;

    /// <summary>How long an answer counts: so long a changed plan may take to show.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, KnownPlan> known = new();

    /// <summary>The tenant's plan and how long that answer counts.</summary>
    public async ValueTask<KnownPlan> FindAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(tenantId, out KnownPlan? plan) && plan.IsFresh(time))
        {
            return plan;
        }

        KnownPlan asked = await AskAsync(tenantId, plan, cancellationToken);
        if (known.Count >= MaximumTenants)
        {
            known.Clear();
        }

        known[tenantId] = asked;
        return asked;
    }

    private async ValueTask<KnownPlan> AskAsync(Guid tenantId, KnownPlan? before, CancellationToken cancellationToken)
    {
        TenantPlan? plan = null;
        await using IExtensionLease<IPlanEntitlements> lease = sources.Acquire();
        foreach (Extension<IPlanEntitlements> source in lease.Items)
        {
            try
            {
                TenantPlan? stated = await source.Value.FindAsync(tenantId, cancellationToken).AsTask().WaitAsync(Patience, time, cancellationToken);
                plan = Join(plan, stated);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Nobody loses what he has paid for because somebody else's code failed: the last answer stands.
                sources.ReportFault(source, exception);
                plan = Join(plan, before?.Plan);
            }
        }

        return new KnownPlan(plan, lease.Items.Count == 0 ? long.MaxValue : time.GetTimestamp() + (long)(Kept.TotalSeconds * time.TimestampFrequency));
    }

    private static TenantPlan? Join(TenantPlan? one, TenantPlan? other) => one is null ? other
        : other is null ? one
        : new TenantPlan(one.Name, new HashSet<string>([.. one.Entitlements, .. other.Entitlements], StringComparer.Ordinal))
        {
            Lapsed = new HashSet<string>([.. one.Lapsed, .. other.Lapsed], StringComparer.Ordinal),
            Limits = one.Limits.Concat(other.Limits).GroupBy(limit => limit.Key, limit => limit.Value, StringComparer.Ordinal)
                .ToDictionary(limit => limit.Key, limit => limit.Max(), StringComparer.Ordinal),
        };
}

/// <summary>What was said about a tenant's plan.</summary>
/// <param name="Plan">The plan, or null when nothing is stated.</param>
/// <param name="ValidUntil">Timestamp from which on it has to be asked for again.</param>
internal sealed record KnownPlan(TenantPlan? Plan, long ValidUntil)
{
    /// <summary>Nothing stated, for as long as nobody asks.</summary>
    public static KnownPlan NotStated { get; } = new(null, long.MaxValue);

    public bool IsFresh(TimeProvider time) => ValidUntil == long.MaxValue || time.GetTimestamp() < ValidUntil;
}
