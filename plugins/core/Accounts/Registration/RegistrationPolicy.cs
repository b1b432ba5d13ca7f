using AIWendy.Sdk;
using Microsoft.Extensions.Configuration;

namespace AIWendy.Plugins.Accounts.Registration;

/// <summary>
/// Who may create an account, from <c>AIWENDY_REGISTRATION</c>. The first person always may, or nobody would ever own
/// the installation.
/// </summary>
/// <param name="Setting">Open, closed, or null to follow the deployment mode: open when self-hosted, closed in the cloud.</param>
internal sealed record RegistrationPolicy(bool? Setting)
{
    public static RegistrationPolicy From(IConfiguration configuration)
    {
        string? value = configuration["AIWENDY_REGISTRATION"]?.Trim();
        return new RegistrationPolicy(value?.ToLowerInvariant() switch
        {
            null or "" => null,
            "open" => true,
            "closed" => false,
            _ => throw new ArgumentException($"AIWENDY_REGISTRATION is \"{value}\"; it must be open or closed."),
        });
    }

    public bool Allows(IDeployment deployment, bool anybodyYet) =>
        !anybodyYet || (Setting ?? deployment.IsSelfHosted);
}
