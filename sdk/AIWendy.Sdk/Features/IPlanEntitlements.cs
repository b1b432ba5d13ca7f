namespace AIWendy.Sdk.Features;

/// <summary>
/// Extension point: knows what a tenant's plan includes. The licence says what the installation may offer, the plan what
/// one tenant gets of it. Where nobody knows, plans restrict nothing.
/// </summary>
public interface IPlanEntitlements
{
    /// <summary>
    /// The plan of a tenant, or <see langword="null"/> when nothing is stated about it. Asked at most every few seconds
    /// for each tenant; must answer within 5 s.
    /// </summary>
    ValueTask<TenantPlan?> FindAsync(Guid tenantId, CancellationToken cancellationToken);
}

/// <summary>What a tenant has paid for.</summary>
/// <param name="Name">Name of the plan, for people.</param>
/// <param name="Entitlements">Entitlements that the plan includes.</param>
public sealed record TenantPlan(string Name, IReadOnlySet<string> Entitlements)
{
    /// <summary>Entitlements that the tenant had once: what was made with them stays readable.</summary>
    public IReadOnlySet<string> Lapsed { get; init; } = new HashSet<string>();

    /// <summary>
    /// How often a person may do what is limited, by the name of the policy (see <see cref="RateLimits"/>); what is missing
    /// follows the operator's settings. A change counts within seconds.
    /// </summary>
    public IReadOnlyDictionary<string, int> Limits { get; init; } = new Dictionary<string, int>();
}
