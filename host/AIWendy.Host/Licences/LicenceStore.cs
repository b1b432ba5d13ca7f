using System.Security.Cryptography;
using System.Text;
using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Host.Licences;

/// <summary>Keeps tokens and the highest time that was seen in the database, where every replica finds them.</summary>
internal sealed class LicenceStore(IHostDatabase database, TimeProvider time)
{
    /// <summary>Channel on which nodes tell one another that a token came or went.</summary>
    public const string Channel = "aiwendy_licences";

    /// <summary>Reads everything, and notes the time.</summary>
    public async Task<StoredTokens> ReadAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Owner.OpenConnectionAsync(cancellationToken);
        await using NpgsqlBatch batch = new(connection);

        // Not beyond the server's own clock: one machine whose clock runs ahead must not age the licences of all.
        NpgsqlBatchCommand see = new("update aiwendy.installation set seen_at = greatest(seen_at, least($1, now())) returning id, seen_at");
        see.Parameters.Add(new NpgsqlParameter { Value = time.GetUtcNow() });
        batch.BatchCommands.Add(see);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select id, kind, token, installed_at from aiwendy.licences order by id"));

        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        Guid installation = reader.GetGuid(0);
        DateTimeOffset seen = reader.GetFieldValue<DateTimeOffset>(1);
        await reader.NextResultAsync(cancellationToken);
        List<StoredToken> tokens = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            tokens.Add(new StoredToken(reader.GetGuid(0), reader.GetString(1) == "trust", reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return new StoredTokens(installation, seen, tokens);
    }

    /// <summary>Stores a token and tells every node; one that is there already stays as it is.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> AddAsync(string token, bool isTrustList, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand($"""
            with added as (
                insert into aiwendy.licences (id, kind, token, token_hash, installed_at) values ($1, $2, $3, $4, $5)
                on conflict (token_hash) do update set token = excluded.token
                returning id
            ), told as (select pg_notify('{Channel}', ''))
            select id from added, told
            """);
        DateTimeOffset now = time.GetUtcNow();
        Add(command, Guid.CreateVersion7(now), isTrustList ? "trust" : "licence", token, SHA256.HashData(Encoding.UTF8.GetBytes(token)), now);
        return (Guid)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Removes a licence and tells every node.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.Owner.CreateCommand("delete from aiwendy.licences where id = $1 and kind = 'licence'");
        Add(command, id);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return false;
        }

        await using NpgsqlCommand tell = database.Owner.CreateCommand($"select pg_notify('{Channel}', '')");
        await tell.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (object value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
    }
}

/// <summary>What the database holds.</summary>
/// <param name="InstallationId">This installation.</param>
/// <param name="SeenAt">The highest time that any node has seen.</param>
/// <param name="Tokens">Licences and trust lists, oldest first.</param>
internal sealed record StoredTokens(Guid InstallationId, DateTimeOffset SeenAt, IReadOnlyList<StoredToken> Tokens);

/// <summary>A stored token.</summary>
internal sealed record StoredToken(Guid Id, bool IsTrustList, string Token, DateTimeOffset InstalledAt);
