using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>Reads what the detectors look at.</summary>
internal sealed class BehaviourReader(ICurrentUser user)
{
    // A trade of more fills was worked by a machine; its additions say nothing about a person.
    private const int MostFills = 200;

    /// <summary>Puts trades into the form of the detectors, with the fills of those that were opened in several.</summary>
    public async Task<BehaviourInput> ReadAsync(TenantTransaction transaction, IReadOnlyList<TradeRow> rows, CancellationToken cancellationToken)
    {
        Dictionary<Guid, TimeZoneInfo> zones = await ReadZonesAsync(transaction, cancellationToken);
        Guid[] several = [.. rows.Where(row => row.FillCount is > 2 and <= MostFills).Select(row => row.Id)];
        Dictionary<Guid, List<OpeningFill>> fills = await ReadFillsAsync(transaction, several, cancellationToken);
        return new BehaviourInput(rows.Select(row => Trade(row, zones[row.AccountId], fills.GetValueOrDefault(row.Id) ?? [])));
    }

    private static BehaviourTrade Trade(TradeRow row, TimeZoneInfo zone, IReadOnlyList<OpeningFill> entries)
    {
        DateTime opened = TimeZoneInfo.ConvertTime(row.OpenedAt, zone).DateTime;
        return new BehaviourTrade(
            row.Id, row.Symbol, row.Side, row.Quantity, row.EntryPrice, row.ExitPrice, row.Multiplier, row.Gross, row.Fees, row.OpenedAt, row.ClosedAt)
        {
            OpenedLocal = opened,
            ClosedLocal = TimeZoneInfo.ConvertTime(row.ClosedAt, zone).DateTime,
            OpenedOn = DateOnly.FromDateTime(opened),
            ClosedOn = row.ClosedOn,
            Entries = entries,
        };
    }

    private async Task<Dictionary<Guid, TimeZoneInfo>> ReadZonesAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<Guid, TimeZoneInfo> zones = [];
        await using NpgsqlCommand command = transaction.Command("select id, time_zone from journal.accounts where user_id = $1").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            zones[reader.GetGuid(0)] = TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(1));
        }

        return zones;
    }

    private static async Task<Dictionary<Guid, List<OpeningFill>>> ReadFillsAsync(TenantTransaction transaction, Guid[] trades, CancellationToken cancellationToken)
    {
        Dictionary<Guid, List<OpeningFill>> fills = [];
        if (trades.Length == 0)
        {
            return fills;
        }

        await using NpgsqlCommand command = transaction.Command("""
            select f.round_trip_id, e.executed_at, f.quantity, e.price
            from journal.round_trip_fills f join journal.executions e on e.tenant_id = f.tenant_id and e.id = f.execution_id
            where f.round_trip_id = any($1) and f.opens order by f.round_trip_id, f.ordinal
            """).With(trades);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Guid trade = reader.GetGuid(0);
            if (!fills.TryGetValue(trade, out List<OpeningFill>? list))
            {
                fills[trade] = list = [];
            }

            list.Add(new OpeningFill(reader.GetFieldValue<DateTimeOffset>(1), reader.GetDecimal(2), reader.GetDecimal(3)));
        }

        return fills;
    }
}
