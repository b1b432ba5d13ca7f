using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>A closed trade as stored.</summary>
internal sealed record TradeRow(
    Guid Id,
    int Number,
    Guid AccountId,
    string Symbol,
    PositionSide Side,
    decimal Quantity,
    decimal EntryPrice,
    decimal ExitPrice,
    decimal Multiplier,
    decimal Gross,
    decimal Fees,
    decimal Net,
    string Currency,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt,
    DateOnly ClosedOn,
    int FillCount)
{
    /// <summary>What people call the trade.</summary>
    public string Name => $"T-{Number:0000}";
}

/// <summary>How many closed trades a currency has.</summary>
internal sealed record CurrencyCount(string Code, int Trades);

/// <summary>Reads closed trades. SQL selects; all arithmetic is the engine's.</summary>
internal sealed class TradeReader(ICurrentUser user)
{
    private const string Columns = """
        select t.id, t.number, t.account_id, t.symbol, t.side, t.quantity, t.entry_price, t.exit_price, t.multiplier, t.gross, t.fees, t.net,
            t.currency, t.opened_at, t.closed_at, t.closed_on, t.fill_count
        from journal.round_trips t where
        """;

    /// <summary>All trades of a filter by closing time, complete: for few of them, such as those of a day.</summary>
    public async Task<List<TradeRow>> ReadAsync(TenantTransaction transaction, TradeFilter filter, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(string.Empty);
        command.CommandText = $"{Columns} {filter.Conditions(command, user.Id)} order by t.closed_at, t.number";
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One page in an order; asks for one more than the page holds to know whether another follows.</summary>
    public async Task<List<TradeRow>> ReadPageAsync(
        TenantTransaction transaction, TradeFilter filter, TradeOrder order, TradeCursor? after, int count, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(string.Empty);
        string conditions = filter.Conditions(command, user.Id);
        if (after is not null)
        {
            conditions += " and " + after.Condition(command);
        }

        (string column, string direction) = order switch
        {
            TradeOrder.Oldest => ("closed_at", "asc"),
            TradeOrder.Worst => ("net", "asc"),
            TradeOrder.Best => ("net", "desc"),
            _ => ("closed_at", "desc"),
        };
        command.CommandText = $"{Columns} {conditions} order by t.{column} {direction}, t.id {direction} {TradeFilter.Condition(command, "limit", count)}";
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One trade, or <see langword="null"/> when it is not the caller's.</summary>
    public async Task<TradeRow?> FindAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command($"{Columns} t.user_id = $1 and t.id = $2").With(user.Id).With(id);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Several trades by their ids; those that are not the caller's are left out.</summary>
    public async Task<List<TradeRow>> FindAsync(TenantTransaction transaction, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command($"{Columns} t.user_id = $1 and t.id = any($2)").With(user.Id).With(ids.ToArray());
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Currencies of a filter, whatever currency it names; the one with most trades first.</summary>
    public async Task<List<CurrencyCount>> CountCurrenciesAsync(TenantTransaction transaction, TradeFilter filter, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(string.Empty);
        string conditions = (filter with { Currency = null }).Conditions(command, user.Id);
        command.CommandText = $"select t.currency, count(*)::int from journal.round_trips t where {conditions} group by t.currency order by 2 desc, 1";
        List<CurrencyCount> currencies = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            currencies.Add(new CurrencyCount(reader.GetString(0), reader.GetInt32(1)));
        }

        return currencies;
    }

    private static async Task<List<TradeRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<TradeRow> trades = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            trades.Add(new TradeRow(
                reader.GetGuid(0),
                reader.GetInt32(1),
                reader.GetGuid(2),
                reader.GetString(3),
                Enum.Parse<PositionSide>(reader.GetString(4)),
                reader.GetDecimal(5),
                reader.GetDecimal(6),
                reader.GetDecimal(7),
                reader.GetDecimal(8),
                reader.GetDecimal(9),
                reader.GetDecimal(10),
                reader.GetDecimal(11),
                reader.GetString(12),
                reader.GetFieldValue<DateTimeOffset>(13),
                reader.GetFieldValue<DateTimeOffset>(14),
                reader.GetFieldValue<DateOnly>(15),
                reader.GetInt32(16)));
        }

        return trades;
    }
}
