using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Rates;

/// <summary>The caller's exchange rates, and the fills that they convert.</summary>
internal sealed class RateStore(ITenantContext tenant, ICurrentUser user)
{
    /// <summary>All rates, by day.</summary>
    public async Task<IReadOnlyList<ExchangeRate>> ReadAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        List<ExchangeRate> rates = [];
        await using NpgsqlCommand command = transaction.Command("select day, base, quote, rate from journal.exchange_rates where user_id = $1 order by day, base, quote").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rates.Add(new ExchangeRate(reader.GetFieldValue<DateOnly>(0), reader.GetString(1), reader.GetString(2), reader.GetDecimal(3)));
        }

        return rates;
    }

    /// <summary>Puts rates in the place of all that were there.</summary>
    public async Task ReplaceAsync(TenantTransaction transaction, IReadOnlyList<ExchangeRate> rates, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand delete = transaction.Command("delete from journal.exchange_rates where user_id = $1").With(user.Id);
        await delete.ExecuteNonQueryAsync(cancellationToken);
        await using NpgsqlCommand insert = transaction.Command("""
            insert into journal.exchange_rates (tenant_id, user_id, day, base, quote, rate) select $1, $2, x.* from unnest($3, $4, $5, $6) as x
            """)
            .With(tenant.TenantId).With(user.Id)
            .WithColumn(rates, rate => rate.Day)
            .WithColumn(rates, rate => rate.Base)
            .WithColumn(rates, rate => rate.Quote)
            .WithColumn(rates, rate => rate.Rate);
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The fills of the trades of a filter that are in another currency than the one wanted, by trade, with their currency.</summary>
    public async Task<Dictionary<Guid, (string Currency, List<ConvertedFill> Fills)>> ReadForeignAsync(
        TenantTransaction transaction, TradeFilter filter, string wanted, CancellationToken cancellationToken)
    {
        Dictionary<Guid, (string, List<ConvertedFill>)> trades = [];
        await using NpgsqlCommand command = transaction.Command(string.Empty);
        command.CommandText = $"""
            select t.id, t.currency, (e.executed_at at time zone a.time_zone)::date, e.side, f.quantity * e.price * t.multiplier, f.fee, f.opens
            from journal.round_trips t
            join journal.accounts a on a.tenant_id = t.tenant_id and a.id = t.account_id
            join journal.round_trip_fills f on f.tenant_id = t.tenant_id and f.round_trip_id = t.id
            join journal.executions e on e.tenant_id = f.tenant_id and e.id = f.execution_id
            where {(filter with { Currency = null }).Conditions(command, user.Id)} and {TradeFilter.Condition(command, "t.currency <>", wanted)}
            order by t.id, f.ordinal
            """;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Guid id = reader.GetGuid(0);
            if (!trades.TryGetValue(id, out (string Currency, List<ConvertedFill> Fills) trade))
            {
                trade = (reader.GetString(1), []);
                trades.Add(id, trade);
            }

            trade.Fills.Add(new ConvertedFill(
                reader.GetFieldValue<DateOnly>(2), Enum.Parse<FillSide>(reader.GetString(3)), reader.GetDecimal(4), reader.GetDecimal(5), reader.GetBoolean(6)));
        }

        return trades;
    }
}
