using System.Reflection;
using AIWendy.Sdk;

namespace AIWendy.Host.Configuration;

/// <summary>How this installation is run, from the settings.</summary>
internal sealed class Deployment(HostSettings settings) : IDeployment
{
    /// <summary>Version of the product without the build's commit.</summary>
    public static string ProductVersion { get; } =
        typeof(Deployment).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public DeploymentMode Mode => settings.Mode;

    public string Version => ProductVersion;

    public bool AuthenticationRequired => settings.AuthenticationRequired;

    public bool MultiTenancyEnabled => settings.Mode == DeploymentMode.Cloud;
}
