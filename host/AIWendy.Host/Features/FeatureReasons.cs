namespace AIWendy.Host.Features;

/// <summary>Why a feature is on or off; stable names that programs may rely on.</summary>
internal static class FeatureReasons
{
    /// <summary>Nothing else decided.</summary>
    public const string Default = "default";

    /// <summary>The operator's release switch, <c>FEATURE_*</c>, says so.</summary>
    public const string Environment = "environment";

    /// <summary>It does not exist in this deployment mode.</summary>
    public const string Mode = "mode";

    /// <summary>A valid licence covers it.</summary>
    public const string Licensed = "licensed";

    /// <summary>No licence covers it.</summary>
    public const string Unlicensed = "unlicensed";

    /// <summary>The licence that covers it has expired, and the days of grace are over.</summary>
    public const string Expired = "expired";

    /// <summary>The tenant's plan does not include it.</summary>
    public const string Plan = "plan";

    /// <summary>No plugin that was found declares it.</summary>
    public const string NotInstalled = "not_installed";

    /// <summary>An administrator has switched its plugin off.</summary>
    public const string Disabled = "disabled";

    /// <summary>Its plugin waits for another one.</summary>
    public const string Dependency = "dependency";

    /// <summary>Its plugin does not fit or has failed.</summary>
    public const string Quarantined = "quarantined";
}
