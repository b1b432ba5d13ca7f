using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Prices;

/// <summary>The caller's prices.</summary>
internal sealed class PriceBarStore(ITenantContext tenant, ICurrentUser user)
{
    private const int ChunkSize = 10_000;
    private const int MostShown = 2000;
    private const int BarsAround = 160;

    private static readonly TimeSpan ShortestMargin = TimeSpan.FromMinutes(20);

    /// <summary>Adds bars of an instrument; those of the same time are replaced.</summary>
    public async Task AddAsync(TenantTransaction transaction, string symbol, IReadOnlyList<PriceBarRow> bars, CancellationToken cancellationToken)
    {
        foreach (PriceBarRow[] chunk in bars.Chunk(ChunkSize))
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.price_bars (tenant_id, user_id, symbol, from_at, to_at, open, high, low, close)
                select $1, $2, $3, x.* from unnest($4, $5, $6, $7, $8, $9) as x
                on conflict (tenant_id, user_id, symbol, from_at)
                do update set to_at = excluded.to_at, open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close
                """)
                .With(tenant.TenantId).With(user.Id).With(symbol)
                .WithColumn(chunk, bar => bar.From)
                .WithColumn(chunk, bar => bar.To)
                .WithColumn(chunk, bar => bar.Open)
                .WithColumn(chunk, bar => bar.High)
                .WithColumn(chunk, bar => bar.Low)
                .WithColumn(chunk, bar => bar.Close);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Bars of an instrument that overlap a stretch of time, at most two thousand.</summary>
    public async Task<IReadOnlyList<PriceBarRow>> ReadAsync(
        TenantTransaction transaction, string symbol, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        List<PriceBarRow> bars = [];
        await using NpgsqlCommand command = transaction.Command("""
            select from_at, to_at, open, high, low, close from journal.price_bars
            where user_id = $1 and symbol = $2 and from_at > $3::timestamptz - interval '1 day' and to_at > $3 and from_at <= $4 order by from_at limit $5
            """).With(user.Id).With(symbol).With(from).With(to).With(MostShown);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            bars.Add(new PriceBarRow(
                reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetDecimal(2), reader.GetDecimal(3), reader.GetDecimal(4), reader.GetDecimal(5)));
        }

        return bars;
    }

    /// <summary>How far prices went for and against the trades of a filter; empty where there are no prices.</summary>
    public async Task<Dictionary<Guid, TradeExcursion>> ReadExcursionsAsync(TenantTransaction transaction, TradeFilter filter, CancellationToken cancellationToken)
    {
        Dictionary<Guid, TradeExcursion> excursions = [];
        string[] symbols = await SymbolsAsync(transaction, cancellationToken);
        if (symbols.Length == 0)
        {
            return excursions;
        }

        await using NpgsqlCommand command = transaction.Command(string.Empty);
        command.CommandText = $"""
            select t.id, t.side = 'Long', t.entry_price, t.exit_price, t.opened_at, t.closed_at, t.quantity * t.multiplier, min(b.from_at), max(b.to_at), max(b.high), min(b.low)
            from journal.round_trips t
            join journal.price_bars b on b.tenant_id = t.tenant_id and b.user_id = t.user_id and b.symbol = t.symbol
                and b.from_at > t.opened_at - interval '1 day' and b.to_at > t.opened_at and b.from_at <= t.closed_at
            where {filter.Conditions(command, user.Id)} and {TradeFilter.Condition(command, "t.symbol = any(", symbols)}) group by t.tenant_id, t.id
            """;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            PriceBar held = new(reader.GetFieldValue<DateTimeOffset>(7), reader.GetFieldValue<DateTimeOffset>(8), reader.GetDecimal(9), reader.GetDecimal(10));
            Excursions? found = Excursions.Of(
                reader.GetBoolean(1) ? PositionSide.Long : PositionSide.Short,
                reader.GetDecimal(2),
                reader.GetDecimal(3),
                reader.GetFieldValue<DateTimeOffset>(4),
                reader.GetFieldValue<DateTimeOffset>(5),
                [held]);
            decimal size = reader.GetDecimal(6);
            if (found is not null)
            {
                excursions[reader.GetGuid(0)] = new TradeExcursion(found.Adverse * size, found.Favourable * size, found.Capture, found.IsApproximate);
            }
        }

        return excursions;
    }

    /// <summary>Bars from a while before a trade to a while after it; where there are many, neighbours are joined.</summary>
    public async Task<IReadOnlyList<PriceBarRow>> ReadAroundAsync(TenantTransaction transaction, TradeRow trade, CancellationToken cancellationToken)
    {
        TimeSpan held = trade.ClosedAt - trade.OpenedAt;
        TimeSpan margin = held / 2 > ShortestMargin ? held / 2 : ShortestMargin;
        TimeSpan stride = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((held + (2 * margin)).TotalSeconds / BarsAround)));
        List<PriceBarRow> bars = [];
        await using NpgsqlCommand command = transaction.Command("""
            select min(from_at), max(to_at), (array_agg(open order by from_at))[1], max(high), min(low), (array_agg(close order by from_at desc))[1]
            from journal.price_bars
            where user_id = $1 and symbol = $2 and from_at > $3::timestamptz - interval '1 day' and to_at > $3 and from_at <= $4
            group by date_bin($5, from_at, timestamptz '2000-01-01 00:00+00') order by 1
            """).With(user.Id).With(trade.Symbol).With(trade.OpenedAt - margin).With(trade.ClosedAt + margin).With(stride);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            bars.Add(new PriceBarRow(
                reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetDecimal(2), reader.GetDecimal(3), reader.GetDecimal(4), reader.GetDecimal(5)));
        }

        return bars;
    }

    /// <summary>How far prices went for and against one trade; <see langword="null"/> where there are none.</summary>
    public async Task<Excursions?> ReadExcursionsAsync(TenantTransaction transaction, TradeRow trade, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            select min(from_at), max(to_at), max(high), min(low) from journal.price_bars
            where user_id = $1 and symbol = $2 and from_at > $3::timestamptz - interval '1 day' and to_at > $3 and from_at <= $4
            """).With(user.Id).With(trade.Symbol).With(trade.OpenedAt).With(trade.ClosedAt);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || reader.IsDBNull(0))
        {
            return null;
        }

        PriceBar held = new(reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetDecimal(2), reader.GetDecimal(3));
        return Excursions.Of(trade.Side, trade.EntryPrice, trade.ExitPrice, trade.OpenedAt, trade.ClosedAt, [held]);
    }

    private async Task<string[]> SymbolsAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            with recursive symbols as (
                (select symbol from journal.price_bars where user_id = $1 order by symbol limit 1)
                union all
                select (select b.symbol from journal.price_bars b where b.user_id = $1 and b.symbol > s.symbol order by b.symbol limit 1) from symbols s where s.symbol is not null)
            select coalesce(array_agg(symbol), array[]::text[]) from symbols where symbol is not null
            """).With(user.Id);
        return (string[])(await command.ExecuteScalarAsync(cancellationToken) ?? Array.Empty<string>());
    }
}
