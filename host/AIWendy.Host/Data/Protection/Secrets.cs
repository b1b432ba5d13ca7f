using System.Security.Cryptography;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.AspNetCore.DataProtection;

namespace AIWendy.Host.Data.Protection;

/// <inheritdoc />
/// <remarks>A value is bound to its purpose and to the tenant in which it was made.</remarks>
internal sealed class Secrets(IDataProtectionProvider provider, ITenantContext tenant) : ISecrets
{
    public string Protect(string plaintext, string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        return Protector(purpose).Protect(plaintext);
    }

    public string Unprotect(string ciphertext, string purpose)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        try
        {
            return Protector(purpose).Unprotect(ciphertext);
        }
        catch (FormatException exception)
        {
            throw new CryptographicException("The value is not one that was protected here.", exception);
        }
    }

    private IDataProtector Protector(string purpose) =>
        provider.CreateProtector("AIWendy.Secrets.v1", tenant.TenantId.ToString(), purpose);
}
