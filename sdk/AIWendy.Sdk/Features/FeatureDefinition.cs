namespace AIWendy.Sdk.Features;

/// <summary>A part of a plugin that can be switched, restricted to a deployment mode, or sold.</summary>
public sealed record FeatureDefinition
{
    /// <summary>Dotted lower-case name, e.g. <c>journal.import</c>; unique in the installation.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// Whether the feature is on when nothing else decides. Must be <see langword="false"/> together with
    /// <see cref="Entitlement"/>, which then decides: what is on by itself can not be for sale.
    /// </summary>
    public bool Default { get; init; } = true;

    /// <summary>Deployment modes in which the feature exists; empty for all.</summary>
    public IReadOnlyList<DeploymentMode> Modes { get; init; } = [];

    /// <summary>
    /// Entitlement that a licence must state, and the tenant's plan where one is known; lower case letters, digits and
    /// hyphens, so that it never reads like a feature. <see langword="null"/> when none is needed.
    /// </summary>
    public string? Entitlement { get; init; }
}

/// <summary>Answers whether a feature is on for the current tenant.</summary>
public interface IFeatures
{
    /// <summary>Whether the feature is on. An unknown feature is off.</summary>
    ValueTask<bool> IsOnAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>The state and the reason for it.</summary>
    ValueTask<FeatureState> ExplainAsync(string key, CancellationToken cancellationToken = default);
}

/// <summary>A feature's state.</summary>
/// <param name="Key">The feature.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="Reason">
/// Stable snake_case reason: <c>default</c>, <c>environment</c>, <c>mode</c>, <c>licensed</c>, <c>unlicensed</c>,
/// <c>expired</c>, <c>plan</c>, <c>not_installed</c>, <c>disabled</c>, <c>dependency</c>, <c>quarantined</c>.
/// </param>
public sealed record FeatureState(string Key, bool IsOn, string Reason)
{
    /// <summary>
    /// Whether what the feature has stored can still be read although it is off: it was paid for and no longer is.
    /// Gated endpoints answer safe methods then, and refuse the others with 402.
    /// </summary>
    public bool IsReadOnly { get; init; }
}
