using Microsoft.AspNetCore.Identity;

namespace AIWendy.Plugins.Accounts.Passkeys;

/// <summary>
/// What a passkey must be here: found by the browser without a name, made and used under the installation's own address,
/// and unlocked by the person, because it stands for password and second factor together.
/// </summary>
internal static class PasskeyRules
{
    public static void Apply(IdentityPasskeyOptions options, PublicAddress address)
    {
        options.ServerDomain = address.Configured?.Host;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin
            && address.TryOrigin(context.HttpContext.Request) is { } origin
            && string.Equals(origin, context.Origin, StringComparison.OrdinalIgnoreCase));
    }
}
