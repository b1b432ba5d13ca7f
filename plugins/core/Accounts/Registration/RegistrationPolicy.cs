using AIWendy.Sdk;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Plugins.Accounts.Registration;

/// <summary>Who may create an account.</summary>
internal enum RegistrationMode
{
    /// <summary>Anybody who reaches the page.</summary>
    Open,

    /// <summary>Whoever was invited by an administrator.</summary>
    Invitation,

    /// <summary>Nobody.</summary>
    Closed,
}

/// <summary>
/// Who may create an account, from <c>AIWENDY_REGISTRATION</c>. The first person always may, or nobody would ever own
/// the installation.
/// </summary>
/// <param name="Setting">The operator's choice, or null to follow the deployment mode: open when self-hosted, closed in the cloud.</param>
internal sealed record RegistrationPolicy(RegistrationMode? Setting)
{
    public static RegistrationPolicy From(IConfiguration configuration)
    {
        string? value = configuration["AIWENDY_REGISTRATION"]?.Trim();
        return new RegistrationPolicy(value?.ToLowerInvariant() switch
        {
            null or "" => null,
            "open" => RegistrationMode.Open,
            "invitation" => RegistrationMode.Invitation,
            "closed" => RegistrationMode.Closed,
            _ => throw new ArgumentException($"AIWENDY_REGISTRATION is \"{value}\"; it must be open, invitation or closed."),
        });
    }

    public RegistrationMode Mode(IDeployment deployment) =>
        Setting ?? (deployment.IsSelfHosted ? RegistrationMode.Open : RegistrationMode.Closed);

    public bool Allows(IDeployment deployment, bool anybodyYet) =>
        !anybodyYet || Mode(deployment) == RegistrationMode.Open;

    /// <summary>Whether an invitation opens the door. Where everybody may register it still settles the role.</summary>
    public bool AllowsInvited(IDeployment deployment) => Mode(deployment) != RegistrationMode.Closed;
}
