using AIWendy.Host.Data;
using AIWendy.Packaging;
using AIWendy.Sdk;
using Npgsql;

namespace AIWendy.Host.Plugins.Installation;

/// <summary>The publishers whose signatures this installation trusts.</summary>
internal sealed class PublisherKeys(IHostDatabase database, TimeProvider time)
{
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
    /// <returns>The key as it is kept; its id is that of the public key.</returns>
    /// <exception cref="ProblemException">It is no public key that signatures are checked with.</exception>
    public async Task<PublisherKeyView> SaveAsync(PublisherKeyView given, CancellationToken cancellationToken)
    {
        PublisherKeyView key = given with { KeyId = Check(given) };
        await using NpgsqlCommand command = database.Owner.CreateCommand("""
            insert into aiwendy.publisher_keys (key_id, publisher, public_key, revoked, changed_at) values ($1, $2, $3, $4, $5)
            on conflict (key_id) do update
            set publisher = excluded.publisher, public_key = excluded.public_key, revoked = excluded.revoked, changed_at = excluded.changed_at
            """);
        foreach (object value in new object[] { key.KeyId!, key.Publisher, key.PublicKey, key.Revoked, time.GetUtcNow() })
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
        return key;
    }

    /// <summary>Trusts a key no more.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(string keyId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("delete from aiwendy.publisher_keys where key_id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = keyId });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private static string Check(PublisherKeyView key)
    {
        if (string.IsNullOrWhiteSpace(key.Publisher) || key.Publisher.Length > 100)
        {
            throw ProblemException.Invalid("publisher", "A key has a publisher of at most 100 characters.");
        }

        if (string.IsNullOrWhiteSpace(key.PublicKey))
        {
            throw ProblemException.Invalid("publicKey", "Send the publisher's public key in PEM.");
        }

        if (key.PublicKey.Contains("PRIVATE", StringComparison.Ordinal))
        {
            throw ProblemException.Invalid("publicKey", "This is a private key. Keep it to yourself and send the public one.");
        }

        try
        {
            string id = PublicKey.IdOf(key.PublicKey);
            return string.IsNullOrEmpty(key.KeyId) || key.KeyId == id ? id : throw ProblemException.Invalid("keyId", $"The id of this public key is {id}.");
        }
        catch (PackageException refused)
        {
            throw ProblemException.Invalid("publicKey", refused.Message);
        }
    }
}

/// <summary>A publisher's key.</summary>
/// <param name="KeyId">Name of the key in signatures; null when it is sent takes that of the public key.</param>
/// <param name="Publisher">Whose it is.</param>
/// <param name="PublicKey">ECDSA P-256, PEM.</param>
/// <param name="Revoked">Whether packages signed with it are refused.</param>
internal sealed record PublisherKeyView(string? KeyId, string Publisher, string PublicKey, bool Revoked);
