using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using AIWendy.Plugins.Analytics.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Analytics.Capture;

/// <summary>
/// Gives people names that mean nothing outside: an HMAC-SHA256 of the user's id with a secret of the tenant. The same
/// person keeps the same name; nobody who lacks the secret can tell whose it is, nor find one person in two tenants.
/// </summary>
internal sealed class Pseudonyms(ITenantDatabase database, ITenantContext tenant, ISecrets secrets)
{
    private const string Purpose = "analytics.pseudonyms";
    private const int KeyLength = 32;

    private readonly ConcurrentDictionary<Guid, byte[]> keys = new();

    /// <summary>The pseudonym of a person in the current tenant: 43 characters of base64url.</summary>
    public async ValueTask<string> OfAsync(Guid userId, CancellationToken cancellationToken)
    {
        Guid tenantId = tenant.TenantId;
        if (!keys.TryGetValue(tenantId, out byte[]? key))
        {
            key = keys.GetOrAdd(tenantId, await ReadOrMakeAsync(tenantId, cancellationToken));
        }

        return Of(key, userId);
    }

    internal static string Of(byte[] key, Guid userId)
    {
        Span<byte> id = stackalloc byte[16];
        userId.TryWriteBytes(id, bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, id, hash);
        return Base64Url.EncodeToString(hash);
    }

    private async Task<byte[]> ReadOrMakeAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        string? stored = await ReadAsync(transaction, cancellationToken);
        if (stored is null)
        {
            string made = secrets.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength)), Purpose);
            await using NpgsqlCommand insert = transaction.Command(
                "insert into analytics.pseudonym_keys (tenant_id, secret) values ($1, $2) on conflict do nothing").With(tenantId).With(made);
            await insert.ExecuteNonQueryAsync(cancellationToken);

            // Another node may have been faster; whatever stands there now is the key.
            stored = await ReadAsync(transaction, cancellationToken) ?? made;
            await transaction.CommitAsync(cancellationToken);
        }

        return Convert.FromBase64String(secrets.Unprotect(stored, Purpose));
    }

    private static async Task<string?> ReadAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand select = transaction.Command("select secret from analytics.pseudonym_keys");
        return (string?)await select.ExecuteScalarAsync(cancellationToken);
    }
}
