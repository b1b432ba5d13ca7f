namespace AIWendy.Sdk;

/// <summary>How this installation is run.</summary>
public interface IDeployment
{
    /// <summary>The deployment mode, from <c>DEPLOYMENT_MODE</c>.</summary>
    DeploymentMode Mode { get; }

    /// <summary>Version of the product, semantic.</summary>
    string Version { get; }

    /// <summary>Whether people must sign in.</summary>
    bool AuthenticationRequired { get; }

    /// <summary>Whether more than one tenant exists.</summary>
    bool MultiTenancyEnabled { get; }

    /// <summary>Whether the mode is <see cref="DeploymentMode.Cloud"/>.</summary>
    bool IsCloud => Mode == DeploymentMode.Cloud;

    /// <summary>Whether the mode is <see cref="DeploymentMode.SelfHosted"/>.</summary>
    bool IsSelfHosted => Mode == DeploymentMode.SelfHosted;
}

/// <summary>Who runs the product for whom.</summary>
public enum DeploymentMode
{
    /// <summary>A person or a small team for itself.</summary>
    SelfHosted,

    /// <summary>An operator for customers.</summary>
    Cloud,
}
