namespace AIWendy.Host.Plugins.Installation;

/// <summary>What is installed under one id.</summary>
/// <param name="PluginId">The plugin.</param>
/// <param name="Package">The package that serves.</param>
/// <param name="Previous">Packages that served before, the latest first.</param>
/// <param name="UnsignedAllowed">Whether an administrator has let packages without a trusted signature in, by name.</param>
/// <param name="InstalledAt">When the plugin was installed for the first time.</param>
/// <param name="ChangedAt">When the package that serves was put in.</param>
/// <param name="Revision">Changes with every change.</param>
/// <param name="Failure">The last upgrade that failed since, or null.</param>
internal sealed record PluginInstallation(
    string PluginId,
    StoredPackage Package,
    IReadOnlyList<StoredPackage> Previous,
    bool UnsignedAllowed,
    DateTimeOffset InstalledAt,
    DateTimeOffset ChangedAt,
    long Revision,
    FailedUpgrade? Failure);

/// <summary>A package in the database.</summary>
/// <param name="Sha256">Hash of the file, hexadecimal.</param>
/// <param name="PluginId">The plugin in it.</param>
/// <param name="Version">Its version.</param>
/// <param name="ManifestJson">Its <c>plugin.json</c>.</param>
/// <param name="Size">Length of the file in bytes.</param>
/// <param name="KeyId">Key that signed it, or null.</param>
/// <param name="Publisher">Who signed it according to the signature, or null.</param>
/// <param name="StagedAt">When it was brought in.</param>
internal sealed record StoredPackage(
    string Sha256,
    string PluginId,
    string Version,
    string ManifestJson,
    long Size,
    string? KeyId,
    string? Publisher,
    DateTimeOffset StagedAt);

/// <summary>An upgrade that did not come to serve.</summary>
/// <param name="Version">The version that was tried.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record FailedUpgrade(string Version, string Reason, DateTimeOffset At);

/// <summary>Everything that replicas share about plugins.</summary>
/// <param name="Generation">Grows with every change.</param>
/// <param name="Disabled">Plugins that are switched off.</param>
/// <param name="Installations">What is installed, by plugin id.</param>
internal sealed record SharedState(long Generation, IReadOnlySet<string> Disabled, IReadOnlyDictionary<string, PluginInstallation> Installations);
