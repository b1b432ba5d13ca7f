namespace AIWendy.Host.Licences;

/// <summary>Which keys count and what was taken back.</summary>
internal sealed class LicenceTrust
{
    private readonly Dictionary<string, LicenceKey> keys = new(StringComparer.Ordinal);

    private LicenceTrust(IEnumerable<LicenceKey> keys, IReadOnlySet<string> revokedKeys, IReadOnlySet<string> revokedLicences)
    {
        foreach (LicenceKey key in keys)
        {
            this.keys.TryAdd(key.Id, key);
        }

        RevokedKeys = revokedKeys;
        RevokedLicences = revokedLicences;
    }

    /// <summary>Every key, also those that were taken back.</summary>
    public IReadOnlyCollection<LicenceKey> Keys => keys.Values;

    /// <summary>Ids of keys that were taken back.</summary>
    public IReadOnlySet<string> RevokedKeys { get; }

    /// <summary>Ids of licences that were taken back.</summary>
    public IReadOnlySet<string> RevokedLicences { get; }

    /// <summary>Keys alone.</summary>
    public static LicenceTrust Of(IEnumerable<LicenceKey> keys) => new(keys, new HashSet<string>(), new HashSet<string>());

    /// <summary>
    /// Joins keys and the trust lists that they have signed. What any list takes back stays back, and a list whose own
    /// key was taken back adds no key: so the order of the lists does not matter.
    /// </summary>
    /// <param name="anchors">Built-in keys, and those for development where they are allowed.</param>
    /// <param name="lists">Trust lists that were verified with them.</param>
    public static LicenceTrust Join(IReadOnlyCollection<LicenceKey> anchors, IReadOnlyCollection<TrustList> lists)
    {
        HashSet<string> revokedKeys = lists.SelectMany(list => list.RevokedKeys).ToHashSet(StringComparer.Ordinal);
        return new LicenceTrust(
            [.. anchors, .. lists.Where(list => !revokedKeys.Contains(list.KeyId)).SelectMany(list => list.Keys)],
            revokedKeys,
            lists.SelectMany(list => list.RevokedLicences).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The key of an id, or null when nobody trusts it.</summary>
    public LicenceKey? Find(string keyId) => keys.GetValueOrDefault(keyId);
}
