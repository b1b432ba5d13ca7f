using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>An execution on its way into an account.</summary>
internal sealed record AssignedExecution(Guid Id, Guid AccountId, ParsedExecution Parsed);

/// <summary>Writes and reads fills. Rows go in as arrays, because COPY does not work under row-level security.</summary>
internal sealed class ExecutionStore(ITenantContext tenant, ICurrentUser user)
{
    private const int ChunkSize = 5000;

    /// <summary>Adds fills; those whose key the account already holds are left out.</summary>
    /// <returns>Number of fills added.</returns>
    public async Task<int> InsertAsync(
        TenantTransaction transaction, Guid batchId, IReadOnlyList<AssignedExecution> executions, CancellationToken cancellationToken)
    {
        int added = 0;
        foreach (AssignedExecution[] chunk in executions.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.executions (tenant_id, id, user_id, account_id, batch_id, "row", dedupe_key, broker_id, symbol, kind, side,
                    quantity, price, fee, currency, multiplier, executed_at, sequence, pairing)
                select $1, x.id, $2, x.account_id, $3, x.row_number, x.dedupe_key, x.broker_id, x.symbol, x.kind, x.side,
                    x.quantity, x.price, x.fee, x.currency, x.multiplier, x.executed_at, x.sequence, x.pairing
                from unnest($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                    as x (id, account_id, row_number, dedupe_key, broker_id, symbol, kind, side, quantity, price, fee, currency, multiplier, executed_at, sequence, pairing)
                on conflict (tenant_id, account_id, dedupe_key) do nothing
                """)
                .With(tenant.TenantId).With(user.Id).With(batchId)
                .WithColumn(chunk, e => e.Id)
                .WithColumn(chunk, e => e.AccountId)
                .WithColumn(chunk, e => e.Parsed.Row)
                .WithColumn(chunk, e => e.Parsed.DedupeKey)
                .WithColumn(chunk, e => e.Parsed.ExecutionId)
                .WithColumn(chunk, e => e.Parsed.Symbol)
                .WithColumn(chunk, e => e.Parsed.Kind.ToString())
                .WithColumn(chunk, e => e.Parsed.Side.ToString())
                .WithColumn(chunk, e => e.Parsed.Quantity)
                .WithColumn(chunk, e => e.Parsed.Price)
                .WithColumn(chunk, e => e.Parsed.Fee)
                .WithColumn(chunk, e => e.Parsed.Currency)
                .WithColumn(chunk, e => e.Parsed.Multiplier)
                .WithColumn(chunk, e => e.Parsed.ExecutedAt)
                .WithColumn(chunk, e => e.Parsed.Sequence)
                .WithColumn(chunk, e => e.Parsed.PairingKey);
            added += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return added;
    }

    /// <summary>Which of the keys an account already holds, with the batch that brought them.</summary>
    public async Task<Dictionary<(Guid Account, string Key), Guid>> FindKeysAsync(
        TenantTransaction transaction, IReadOnlyList<(Guid Account, string Key)> keys, CancellationToken cancellationToken)
    {
        Dictionary<(Guid, string), Guid> found = [];
        foreach ((Guid Account, string Key)[] chunk in keys.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("""
                select e.account_id, e.dedupe_key, e.batch_id
                from journal.executions e join unnest($1, $2) as x (account_id, dedupe_key) on e.account_id = x.account_id and e.dedupe_key = x.dedupe_key
                """).WithColumn(chunk, key => key.Account).WithColumn(chunk, key => key.Key);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                found[(reader.GetGuid(0), reader.GetString(1))] = reader.GetGuid(2);
            }
        }

        return found;
    }

    /// <summary>Whether accounts hold any fill of some instruments.</summary>
    public async Task<bool> HasAnyAsync(TenantTransaction transaction, IReadOnlyCollection<Instrument> instruments, CancellationToken cancellationToken)
    {
        Instrument[] wanted = [.. instruments];
        await using NpgsqlCommand command = transaction.Command("""
            select exists (select from unnest($1, $2) as x (account_id, symbol)
                where exists (select from journal.executions e where e.account_id = x.account_id and e.symbol = x.symbol))
            """).WithColumn(wanted, instrument => instrument.AccountId).WithColumn(wanted, instrument => instrument.Symbol);
        return (bool?)await command.ExecuteScalarAsync(cancellationToken) ?? false;
    }

    /// <summary>Multipliers that the person set, which take precedence over those of files.</summary>
    public async Task<Dictionary<string, decimal>> ReadMultipliersAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<string, decimal> multipliers = new(StringComparer.Ordinal);
        await using NpgsqlCommand command = transaction.Command("select symbol, multiplier from journal.instruments where user_id = $1 and multiplier is not null").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            multipliers.Add(reader.GetString(0), reader.GetDecimal(1));
        }

        return multipliers;
    }

    /// <summary>Fills as they are read once they are written.</summary>
    public static IEnumerable<Execution> AsStored(IReadOnlyList<AssignedExecution> executions, Dictionary<string, decimal> multipliers) => executions.Select(execution => new Execution(
        execution.Id,
        new PositionKey(execution.AccountId, execution.Parsed.Symbol, execution.Parsed.Currency, execution.Parsed.PairingKey),
        execution.Parsed.Side,
        execution.Parsed.Quantity,
        execution.Parsed.Price,
        execution.Parsed.Fee,
        multipliers.TryGetValue(execution.Parsed.Symbol, out decimal own) ? own : execution.Parsed.Multiplier,
        Timestamps.Stored(execution.Parsed.ExecutedAt),
        execution.Parsed.Sequence,
        execution.Parsed.Row));

    /// <summary>Keys of some fills.</summary>
    public async Task<Dictionary<Guid, string>> ReadKeysAsync(TenantTransaction transaction, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        Dictionary<Guid, string> keys = [];
        foreach (Guid[] chunk in ids.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("select id, dedupe_key from journal.executions where user_id = $1 and id = any($2)").With(user.Id).With(chunk);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                keys.Add(reader.GetGuid(0), reader.GetString(1));
            }
        }

        return keys;
    }

    /// <summary>Removes a batch's fills.</summary>
    /// <returns>The instruments they concerned.</returns>
    public async Task<HashSet<Instrument>> RemoveAsync(TenantTransaction transaction, Guid batchId, CancellationToken cancellationToken)
    {
        HashSet<Instrument> instruments = [];
        await using NpgsqlCommand command = transaction.Command("delete from journal.executions where batch_id = $1 and user_id = $2 returning account_id, symbol")
            .With(batchId).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            instruments.Add(new Instrument(reader.GetGuid(0), reader.GetString(1)));
        }

        return instruments;
    }

    /// <summary>All fills of some instruments.</summary>
    public async Task<List<Execution>> ReadAsync(TenantTransaction transaction, IReadOnlyCollection<Instrument> instruments, CancellationToken cancellationToken)
    {
        List<Execution> executions = [];
        Instrument[] wanted = [.. instruments];
        await using NpgsqlCommand command = transaction.Command("""
            select e.id, e.account_id, e.symbol, e.currency, e.pairing, e.side, e.quantity, e.price, e.fee, coalesce(i.multiplier, e.multiplier),
                e.executed_at, e.sequence, e."row"
            from journal.executions e join unnest($1, $2) as x (account_id, symbol) on e.account_id = x.account_id and e.symbol = x.symbol
            left join journal.instruments i on i.tenant_id = e.tenant_id and i.user_id = e.user_id and i.symbol = e.symbol
            order by e.executed_at, e.sequence, e."row", e.id
            """).WithColumn(wanted, instrument => instrument.AccountId).WithColumn(wanted, instrument => instrument.Symbol);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            executions.Add(new Execution(
                reader.GetGuid(0),
                new PositionKey(reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4)),
                Enum.Parse<FillSide>(reader.GetString(5)),
                reader.GetDecimal(6),
                reader.GetDecimal(7),
                reader.GetDecimal(8),
                reader.GetDecimal(9),
                reader.GetFieldValue<DateTimeOffset>(10),
                reader.GetInt64(11),
                reader.GetInt32(12)));
        }

        return executions;
    }
}

/// <summary>An instrument within an account: what is rebuilt together.</summary>
internal readonly record struct Instrument(Guid AccountId, string Symbol);
