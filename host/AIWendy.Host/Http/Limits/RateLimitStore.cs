using AIWendy.Host.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Http.Limits;

/// <summary>Counts in the database, in one round trip, so that every replica counts together.</summary>
internal sealed class RateLimitStore(IHostDatabase database)
{
    private const string Query = "select allowed, used, free_ms from aiwendy.take_permit($1, $2, $3, $4)";

    /// <summary>Takes a permit, or only looks.</summary>
    /// <param name="key">Who does what.</param>
    /// <param name="permits">How often within the window.</param>
    /// <param name="window">Length of the window.</param>
    /// <param name="take">False to look.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<Permit> TakeAsync(Guid key, int permits, TimeSpan window, bool take, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync(cancellationToken);
        await using NpgsqlCommand command = new(Query, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = permits, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = (long)window.TotalMilliseconds, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = take, NpgsqlDbType = NpgsqlDbType.Boolean });

        // Kept by the pooled connection: parsing costs more than counting.
        await command.PrepareAsync(cancellationToken);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Permit(reader.GetBoolean(0), permits, reader.GetInt32(1), TimeSpan.FromMilliseconds(reader.GetInt64(2)));
    }

    /// <summary>Deletes what no longer counts.</summary>
    /// <returns>How many rows went.</returns>
    public async Task<int> ClearAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand delete = database.Application.CreateCommand("delete from aiwendy.rate_limits where expires_at < now()");
        return await delete.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>What a check came to.</summary>
/// <param name="Allowed">Whether the call may go on.</param>
/// <param name="Permits">How often within the window.</param>
/// <param name="Used">How often it was done within the window, this call included when it was allowed.</param>
/// <param name="FreeAfter">When the next permit comes back; zero when none is used.</param>
internal sealed record Permit(bool Allowed, int Permits, int Used, TimeSpan FreeAfter)
{
    public int Remaining => Math.Max(0, Permits - Used);
}
