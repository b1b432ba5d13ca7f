using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Plugins.Journal.Engine.Statistics;
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

    /// <summary>Puts trades into the form of the detectors, with plans and notes, and the fills of those that were opened in several.</summary>
    public async Task<BehaviourInput> ReadAsync(
        TenantTransaction transaction, IReadOnlyList<TradeRow> rows, ResultView view, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Conventions> accounts = await ReadAccountsAsync(transaction, cancellationToken);
        Guid[] several = [.. rows.Where(row => row.FillCount is > 2 and <= MostFills).Select(row => row.Id)];
        Dictionary<Guid, List<OpeningFill>> fills = await ReadFillsAsync(transaction, several, cancellationToken);
        Dictionary<Guid, Notes> notes = await ReadNotesAsync(transaction, rows, cancellationToken);
        decimal fees = view == ResultView.Gross ? 0 : 1;
        return new BehaviourInput(rows.Select(row => Trade(row, fees, accounts[row.AccountId], notes.GetValueOrDefault(row.Id), fills.GetValueOrDefault(row.Id) ?? [])))
        {
            Moods = await ReadMoodsAsync(transaction, cancellationToken),
        };
    }

    private static BehaviourTrade Trade(TradeRow row, decimal fees, Conventions account, Notes? notes, IReadOnlyList<OpeningFill> entries) =>
        new(row.Id, row.Symbol, row.Side, row.Quantity, row.EntryPrice, row.ExitPrice, row.Multiplier, row.Gross, row.Fees * fees, row.OpenedAt, row.ClosedAt)
        {
            OpenedLocal = TimeZoneInfo.ConvertTime(row.OpenedAt, account.Zone).DateTime,
            ClosedLocal = TimeZoneInfo.ConvertTime(row.ClosedAt, account.Zone).DateTime,
            OpenedOn = TradingDays.Of(row.OpenedAt, account.Zone, account.CutOff),
            ClosedOn = row.ClosedOn,
            BreakevenBand = account.BreakevenBand,
            PlannedStop = notes?.PlannedStop,
            PlannedTarget = notes?.PlannedTarget,
            RuleBroken = notes?.RuleBroken,
            Entries = entries,
        };

    private async Task<Dictionary<Guid, Conventions>> ReadAccountsAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Conventions> accounts = [];
        await using NpgsqlCommand command = transaction.Command("select id, time_zone, day_cut_off, breakeven_band from journal.accounts where user_id = $1").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts[reader.GetGuid(0)] = new Conventions(
                TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(1)), reader.OptionalValue<TimeOnly>(2), reader.GetDecimal(3));
        }

        return accounts;
    }

    // A plan or nothing at all does not tell whether the rules were kept; anything noted afterwards does.
    private async Task<Dictionary<Guid, Notes>> ReadNotesAsync(TenantTransaction transaction, IReadOnlyList<TradeRow> rows, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Notes> notes = [];
        await using NpgsqlCommand command = transaction.Command("""
            select t.id, a.planned_stop, a.planned_target,
                case when cardinality(a.mistakes) > 0 then true
                    when cardinality(a.tags) > 0 or cardinality(a.criteria) > 0 or num_nonnulls(a.note, a.playbook_id, a.rating, a.confidence, a.stress) > 0
                        or num_nonnulls(a.emotion_before, a.emotion_during, a.emotion_after) > 0 then false end
            from journal.trade_annotations a
            join journal.round_trips t on t.tenant_id = a.tenant_id and t.account_id = a.account_id and t.opening_key = a.opening_key
            where a.user_id = $1 and t.id = any($2)
            """).With(user.Id).WithColumn(rows, row => row.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            notes[reader.GetGuid(0)] = new Notes(reader.OptionalValue<decimal>(1), reader.OptionalValue<decimal>(2), reader.OptionalValue<bool>(3));
        }

        return notes;
    }

    private async Task<Dictionary<DateOnly, int>> ReadMoodsAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<DateOnly, int> moods = [];
        await using NpgsqlCommand command = transaction.Command("select day, mood from journal.days where user_id = $1 and mood is not null").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            moods[reader.GetFieldValue<DateOnly>(0)] = reader.GetInt32(1);
        }

        return moods;
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

    private sealed record Conventions(TimeZoneInfo Zone, TimeOnly? CutOff, decimal BreakevenBand);

    private sealed record Notes(decimal? PlannedStop, decimal? PlannedTarget, bool? RuleBroken);
}
