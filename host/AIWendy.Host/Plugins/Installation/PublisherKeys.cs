using System.Security.Cryptography;
using AIWendy.Host.Data;
using AIWendy.Sdk;
using Npgsql;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>The publishers whose signatures this installation trusts.</summary>
internal sealed class PublisherKeys(IHostDatabase database, TimeProvider time)
{
    private const string Curve = "1.2.840.10045.3.1.7";

    /// <summary>All keys, revoked ones too.</summary>
    public async Task<IReadOnlyList<PublisherKeyView>> ListAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand(
            "select key_id, publisher, public_key, revoked from aiwendy.publisher_keys order by publisher, key_id");
        List<PublisherKeyView> keys = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(new PublisherKeyView(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3)));
        }

        return keys;
    }

    /// <summary>Trusts a key, or changes what is said of one.</summary>
    /// <exception cref="ProblemException">It is no public key that signatures are checked with.</exception>
    public async Task SaveAsync(PublisherKeyView key, CancellationToken cancellationToken)
    {
        Check(key);
        await using NpgsqlCommand command = database.Owner.CreateCommand("""
            insert into aiwendy.publisher_keys (key_id, publisher, public_key, revoked, changed_at) values ($1, $2, $3, $4, $5)
            on conflict (key_id) do update
            set publisher = excluded.publisher, public_key = excluded.public_key, revoked = excluded.revoked, changed_at = excluded.changed_at
            """);
        foreach (object value in new object[] { key.KeyId, key.Publisher, key.PublicKey, key.Revoked, time.GetUtcNow() })
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Trusts a key no more.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(string keyId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("delete from aiwendy.publisher_keys where key_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = keyId });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static void Check(PublisherKeyView key)
    {
        if (string.IsNullOrWhiteSpace(key.KeyId) || key.KeyId.Length > 100)
        {
            throw ProblemException.Invalid("keyId", "A key has an id of at most 100 characters.");
        }

        if (string.IsNullOrWhiteSpace(key.Publisher) || key.Publisher.Length > 100)
        {
            throw ProblemException.Invalid("publisher", "A key has a publisher of at most 100 characters.");
        }

        try
        {
            using ECDsa ecdsa = ECDsa.Create();
            if (key.PublicKey.Contains("PRIVATE", StringComparison.Ordinal))
            {
                throw ProblemException.Invalid("publicKey", "This is a private key. Keep it to yourself and send the public one.");
            }

            ecdsa.ImportFromPem(key.PublicKey);
            if (ecdsa.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != Curve)
            {
                throw ProblemException.Invalid("publicKey", "The key must lie on the curve P-256.");
            }
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            throw ProblemException.Invalid("publicKey", "This is no public key in PEM form.");
        }
    }
}

/// <summary>A publisher's key.</summary>
/// <param name="KeyId">Name of the key in signatures.</param>
/// <param name="Publisher">Whose it is.</param>
/// <param name="PublicKey">ECDSA P-256, PEM.</param>
/// <param name="Revoked">Whether packages signed with it are refused.</param>
internal sealed record PublisherKeyView(string KeyId, string Publisher, string PublicKey, bool Revoked);
