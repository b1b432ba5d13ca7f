using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Data;

/// <summary>The passkeys of people, as ASP.NET Core Identity asks for them.</summary>
internal sealed partial class UserStore
{
    public async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        byte[] id = passkey.CredentialId;
        Passkey? known = await context.Passkeys.SingleOrDefaultAsync(
            other => other.UserId == user.Id && other.CredentialId == id, cancellationToken);
        if (known is null)
        {
            context.Passkeys.Add(new Passkey
            {
                UserId = user.Id,
                CredentialId = passkey.CredentialId,
                PublicKey = passkey.PublicKey,
                Name = passkey.Name ?? string.Empty,
                SignCount = passkey.SignCount,
                Transports = passkey.Transports,
                IsUserVerified = passkey.IsUserVerified,
                IsBackupEligible = passkey.IsBackupEligible,
                IsBackedUp = passkey.IsBackedUp,
                AttestationObject = passkey.AttestationObject,
                ClientDataJson = passkey.ClientDataJson,
                CreatedAt = passkey.CreatedAt,
            });
            return;
        }

        known.Name = passkey.Name ?? known.Name;
        known.SignCount = passkey.SignCount;
        known.IsUserVerified = passkey.IsUserVerified;
        known.IsBackedUp = passkey.IsBackedUp;
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken)
    {
        List<Passkey> found = await context.Passkeys.AsNoTracking()
            .Where(passkey => passkey.UserId == user.Id)
            .OrderBy(passkey => passkey.Id)
            .ToListAsync(cancellationToken);
        return [.. found.Select(Describe)];
    }

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await (
            from passkey in context.Passkeys
            where passkey.CredentialId == credentialId
            join user in context.Users on passkey.UserId equals user.Id
            select user).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await context.Passkeys.AsNoTracking().SingleOrDefaultAsync(
            passkey => passkey.UserId == user.Id && passkey.CredentialId == credentialId, cancellationToken) is { } found
            ? Describe(found)
            : null;

    public async Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await context.Passkeys
            .Where(passkey => passkey.UserId == user.Id && passkey.CredentialId == credentialId)
            .ExecuteDeleteAsync(cancellationToken);

    private static UserPasskeyInfo Describe(Passkey passkey) => new(
        passkey.CredentialId,
        passkey.PublicKey,
        passkey.CreatedAt,
        (uint)passkey.SignCount,
        passkey.Transports,
        passkey.IsUserVerified,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        passkey.AttestationObject,
        passkey.ClientDataJson)
    { Name = passkey.Name };
}
