using System.Collections.Frozen;
using AIWendy.Sdk;

namespace AIWendy.Host.Licences;

/// <summary>What all licences together allow at one moment; never changes, is replaced when a state does.</summary>
internal sealed class LicenceSnapshot
{
    private readonly FrozenDictionary<(string Entitlement, PluginEdition Edition), EntitlementState> entitlements;
    private readonly FrozenDictionary<string, long> limits;

    private LicenceSnapshot(
        IReadOnlyDictionary<(string, PluginEdition), EntitlementState> entitlements,
        IReadOnlyDictionary<string, long> limits,
        IReadOnlyCollection<(Licence Licence, LicenceState State)> states)
    {
        this.entitlements = entitlements.ToFrozenDictionary();
        this.limits = limits.ToFrozenDictionary(StringComparer.Ordinal);
        (Best, State) = states.Count == 0 ? (null, LicenceState.None) : states.MaxBy(pair => pair.State);
        IsDevelopment = states.Any(pair => Counts(pair.State) && pair.Licence.IsDevelopment);
    }

    /// <summary>No licence at all: the open core.</summary>
    public static LicenceSnapshot Empty { get; } = Of([], DateTimeOffset.MinValue);

    /// <summary>State of the licence that is best off.</summary>
    public LicenceState State { get; }

    /// <summary>The licence that is best off, or null.</summary>
    public Licence? Best { get; }

    /// <summary>Whether something is licensed by a key for development.</summary>
    public bool IsDevelopment { get; }

    /// <summary>The moment from which on this picture may be wrong.</summary>
    public DateTimeOffset ValidUntil { get; private init; }

    /// <summary>
    /// Joins licences: what any valid one states is held, the greatest limit counts, and each has its own clock.
    /// </summary>
    public static LicenceSnapshot Of(IReadOnlyCollection<Licence> licences, DateTimeOffset now)
    {
        Dictionary<(string, PluginEdition), EntitlementState> entitlements = [];
        Dictionary<string, long> limits = new(StringComparer.Ordinal);
        List<(Licence, LicenceState)> states = [.. licences.Select(licence => (licence, licence.At(now)))];
        foreach ((Licence licence, LicenceState state) in states)
        {
            EntitlementState held = Means(state);
            foreach (string entitlement in held == EntitlementState.NotHeld ? [] : licence.Claims.Entitlements)
            {
                foreach (PluginEdition edition in Covered(licence.Claims.Edition))
                {
                    (string, PluginEdition) key = (entitlement, edition);
                    entitlements[key] = entitlements.TryGetValue(key, out EntitlementState other) && other > held ? other : held;
                }
            }

            foreach ((string name, long value) in Counts(state) ? licence.Claims.Limits : new Dictionary<string, long>())
            {
                limits[name] = limits.TryGetValue(name, out long other) ? Math.Max(other, value) : value;
            }
        }

        return new LicenceSnapshot(entitlements, limits, states)
        {
            ValidUntil = licences.Select(licence => licence.ChangesAfter(now)).DefaultIfEmpty(DateTimeOffset.MaxValue).Min(),
        };
    }

    /// <summary>Whether a plugin of the edition may offer what the entitlement stands for.</summary>
    public EntitlementState Find(string entitlement, PluginEdition edition) => entitlements.GetValueOrDefault((entitlement, edition));

    /// <summary>The greatest limit that a valid licence states, or null when none does.</summary>
    public long? Limit(string name) => limits.TryGetValue(name, out long value) ? value : null;

    private static bool Counts(LicenceState state) => state is LicenceState.Active or LicenceState.Expiring or LicenceState.Grace;

    // A licence that was taken back is over like one that has run out: nobody's data is locked by it.
    private static EntitlementState Means(LicenceState state) =>
        Counts(state) ? EntitlementState.Held
        : state is LicenceState.Expired or LicenceState.Revoked ? EntitlementState.Expired
        : EntitlementState.NotHeld;

    private static IEnumerable<PluginEdition> Covered(string? edition) =>
        Enum.GetValues<PluginEdition>().Where(known => edition is null || known.ToString().Equals(edition, StringComparison.OrdinalIgnoreCase));
}
