namespace AIWendy.Host.Features;

/// <summary>Why a feature is on or off; stable names that programs may rely on.</summary>
internal static class FeatureReasons
{
    public const string Default = "default";
    public const string Environment = "environment";
    public const string Mode = "mode";
    public const string Unlicensed = "unlicensed";
    public const string NotInstalled = "not_installed";
}
