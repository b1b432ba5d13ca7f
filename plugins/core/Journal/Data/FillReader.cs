using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>A fill of a closed trade with where it came from.</summary>
internal sealed record FillRow(Guid ExecutionId, DateTimeOffset At, FillSide Side, decimal Quantity, decimal Price, decimal Fee, bool Opens, Guid BatchId, int Row);

/// <summary>A position that is not flat.</summary>
internal sealed record PositionRow(
    Guid AccountId, string Symbol, PositionSide Side, decimal Quantity, decimal AveragePrice, decimal Multiplier, string Currency, DateTimeOffset OpenedAt, decimal RealisedNet);

/// <summary>Reads the details of trades and what is open.</summary>
internal sealed class FillReader(ICurrentUser user)
{
    /// <summary>The fills of a trade in their order.</summary>
    public async Task<IReadOnlyList<FillRow>> ReadAsync(TenantTransaction transaction, Guid roundTripId, CancellationToken cancellationToken)
    {
        List<FillRow> fills = [];
        await using NpgsqlCommand command = transaction.Command("""
            select e.id, e.executed_at, e.side, f.quantity, e.price, f.fee, f.opens, e.batch_id, e."row"
            from journal.round_trip_fills f join journal.executions e on e.tenant_id = f.tenant_id and e.id = f.execution_id
            where f.round_trip_id = $1 and e.user_id = $2 order by f.ordinal
            """).With(roundTripId).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            fills.Add(new FillRow(
                reader.GetGuid(0),
                reader.GetFieldValue<DateTimeOffset>(1),
                Enum.Parse<FillSide>(reader.GetString(2)),
                reader.GetDecimal(3),
                reader.GetDecimal(4),
                reader.GetDecimal(5),
                reader.GetBoolean(6),
                reader.GetGuid(7),
                reader.GetInt32(8)));
        }

        return fills;
    }

    /// <summary>Open positions by symbol.</summary>
    public async Task<IReadOnlyList<PositionRow>> ReadOpenAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        List<PositionRow> positions = [];
        await using NpgsqlCommand command = transaction.Command("""
            select account_id, symbol, side, quantity, average_price, multiplier, currency, opened_at, realised_gross, realised_fees
            from journal.open_positions where user_id = $1 order by symbol, opened_at, id limit 1000
            """).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            positions.Add(new PositionRow(
                reader.GetGuid(0),
                reader.GetString(1),
                Enum.Parse<PositionSide>(reader.GetString(2)),
                reader.GetDecimal(3),
                reader.GetDecimal(4),
                reader.GetDecimal(5),
                reader.GetString(6),
                reader.GetFieldValue<DateTimeOffset>(7),
                reader.GetDecimal(8) - reader.GetDecimal(9)));
        }

        return positions;
    }
}
