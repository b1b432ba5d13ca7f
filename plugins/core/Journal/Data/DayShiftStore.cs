using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>A <see cref="DayShift"/> as stored; derived from executions.</summary>
internal sealed class StoredDayShift : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid AccountId { get; init; }

    public required string Symbol { get; init; }

    public required string Currency { get; init; }

    public DateOnly Day { get; init; }

    public Guid UserId { get; init; }

    public decimal Gross { get; init; }

    public decimal Fees { get; init; }
}

/// <summary>Keeps what positions closed over several days have realised on each.</summary>
internal sealed class DayShiftStore(ITenantContext tenant, ICurrentUser user)
{
    /// <summary>Replaces the shifts of instruments.</summary>
    public async Task ReplaceAsync(
        TenantTransaction transaction, IReadOnlyCollection<Instrument> instruments, IReadOnlyList<DayShift> shifts, CancellationToken cancellationToken)
    {
        Instrument[] wanted = [.. instruments];
        await using NpgsqlCommand delete = transaction.Command("""
            delete from journal.day_shifts s using unnest($1, $2) as x (account_id, symbol) where s.account_id = x.account_id and s.symbol = x.symbol
            """).WithColumn(wanted, instrument => instrument.AccountId).WithColumn(wanted, instrument => instrument.Symbol);
        await delete.ExecuteNonQueryAsync(cancellationToken);
        if (shifts.Count == 0)
        {
            return;
        }

        await using NpgsqlCommand insert = transaction.Command("""
            insert into journal.day_shifts (tenant_id, user_id, account_id, symbol, currency, day, gross, fees)
            select $1, $2, x.* from unnest($3, $4, $5, $6, $7, $8) as x
            """)
            .With(tenant.TenantId).With(user.Id)
            .WithColumn(shifts, shift => shift.AccountId)
            .WithColumn(shifts, shift => shift.Symbol)
            .WithColumn(shifts, shift => shift.Currency)
            .WithColumn(shifts, shift => shift.Day)
            .WithColumn(shifts, shift => shift.Gross)
            .WithColumn(shifts, shift => shift.Fees);
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The shifts of a filter by day. A filter by what only whole trades have, such as a tag or an outcome, has none.</summary>
    public async Task<IReadOnlyList<DayShift>> ReadAsync(TenantTransaction transaction, TradeFilter filter, CancellationToken cancellationToken)
    {
        if (!filter.IsOfPositions)
        {
            return [];
        }

        List<DayShift> shifts = [];
        await using NpgsqlCommand command = transaction.Command("""
            select s.account_id, s.symbol, s.currency, s.day, s.gross, s.fees from journal.day_shifts s
            where s.user_id = $1 and s.currency = $2 and s.day between $3 and $4 and ($5 = '' or s.symbol = $5) and (cardinality($6) = 0 or s.account_id = any($6))
            order by s.day
            """)
            .With(user.Id).With(filter.Currency ?? string.Empty).With(filter.From ?? DateOnly.MinValue).With(filter.To ?? DateOnly.MaxValue)
            .With(filter.Symbol ?? string.Empty).With(filter.AccountIds.ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            shifts.Add(new DayShift(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateOnly>(3), reader.GetDecimal(4), reader.GetDecimal(5)));
        }

        return shifts;
    }
}
