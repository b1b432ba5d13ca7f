using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Instruments;

/// <summary>An instrument: what a person set, beside what the fills say.</summary>
internal sealed record InstrumentRow(string Symbol, InstrumentKind Kind, decimal? Multiplier, decimal? Tick, decimal? FileMultiplier, int Executions);

/// <summary>What the caller set about instruments.</summary>
internal sealed class InstrumentStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    /// <summary>An instrument of the caller's fills or settings.</summary>
    /// <exception cref="ProblemException">404: the caller has neither a fill nor a setting of it.</exception>
    public async Task<InstrumentRow> GetAsync(TenantTransaction transaction, string symbol, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            select coalesce(i.kind, e.kind), i.multiplier, i.tick, e.multiplier, coalesce(e.fills, 0)
            from (select $2::text as symbol) wanted
            left join journal.instruments i on i.user_id = $1 and i.symbol = wanted.symbol
            left join (
                select f.symbol, max(f.kind) as kind, max(f.multiplier) as multiplier, count(*)::int as fills
                from journal.executions f join journal.accounts a on a.tenant_id = f.tenant_id and a.id = f.account_id
                where a.user_id = $1 and f.symbol = $2 group by f.symbol) e on e.symbol = wanted.symbol
            where i.symbol is not null or e.symbol is not null
            """).With(user.Id).With(symbol);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new InstrumentRow(
                symbol,
                Enum.Parse<InstrumentKind>(reader.GetString(0)),
                reader.OptionalValue<decimal>(1),
                reader.OptionalValue<decimal>(2),
                reader.OptionalValue<decimal>(3),
                reader.GetInt32(4))
            : throw ProblemException.NotFound("The instrument");
    }

    /// <summary>Writes what the caller set. Trades must be rebuilt by whoever calls.</summary>
    public Task SaveAsync(TenantTransaction transaction, InstrumentRow instrument, CancellationToken cancellationToken) => WriteAsync(
        transaction,
        instrument,
        "do update set kind = excluded.kind, multiplier = excluded.multiplier, tick = excluded.tick, updated_at = excluded.updated_at",
        cancellationToken);

    /// <summary>Adds what somebody set unless the caller set something himself.</summary>
    public Task AddAsync(TenantTransaction transaction, InstrumentRow instrument, CancellationToken cancellationToken) =>
        WriteAsync(transaction, instrument, "do nothing", cancellationToken);

    private async Task WriteAsync(TenantTransaction transaction, InstrumentRow instrument, string onConflict, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command($"""
            insert into journal.instruments (tenant_id, user_id, symbol, kind, multiplier, tick, updated_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (tenant_id, user_id, symbol) {onConflict}
            """)
            .With(tenant.TenantId).With(user.Id).With(instrument.Symbol).With(instrument.Kind.ToString())
            .WithOptional(instrument.Multiplier, NpgsqlDbType.Numeric).WithOptional(instrument.Tick, NpgsqlDbType.Numeric).With(Timestamps.Now(time));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
