using System.Runtime.InteropServices;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>How much of each trade is read.</summary>
internal enum TradeDetail
{
    /// <summary>Results and times: what most statistics need. Notional and quantity stay zero.</summary>
    Results,

    /// <summary>Sizes too.</summary>
    Sizes,

    /// <summary>Results, times, tags and playbooks.</summary>
    Marks,
}

/// <summary>How a person has sorted a trade.</summary>
internal sealed record TradeMark(IReadOnlyList<string> Tags, Guid? SetupId, string? Setup);

/// <summary>An account as statistics need it.</summary>
internal sealed record AnalysisAccount(Guid Id, string Name, string Currency, TimeZoneInfo Zone, decimal StartBalance, decimal BreakevenBand);

/// <summary>Money that came into or left an account without a trade.</summary>
internal sealed record AccountCashFlow(Guid AccountId, DateOnly Day, decimal Amount, string Currency, string Kind);

/// <summary>Reads many closed trades with as few columns as the arithmetic needs.</summary>
internal sealed class ClosedTradeReader(ICurrentUser user)
{
    /// <summary>The state of the caller's journal: it grows with every change.</summary>
    public async Task<long> ReadRevisionAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select number from journal.revisions where user_id = $1").With(user.Id);
        return (long?)await command.ExecuteScalarAsync(cancellationToken) ?? 0;
    }

    /// <summary>The caller's accounts.</summary>
    public async Task<IReadOnlyList<AnalysisAccount>> ReadAccountsAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        List<AnalysisAccount> accounts = [];
        await using NpgsqlCommand command = transaction.Command("""
            select a.id, a.name, a.currency, a.time_zone, a.start_balance, a.breakeven_band from journal.accounts a where a.user_id = $1 order by a.created_at, a.id
            """).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(new AnalysisAccount(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(3)), reader.GetDecimal(4), reader.GetDecimal(5)));
        }

        return accounts;
    }

    /// <summary>The trades of a filter by closing time, then number.</summary>
    public async Task<ClosedTrade[]> ReadAsync(TenantTransaction transaction, TradeFilter filter, TradeDetail detail, CancellationToken cancellationToken) =>
        (await ReadAsync(transaction, filter, keep: null, detail, cancellationToken)).Trades;

    /// <summary>The trades of a filter in one currency, and how many it finds in each: one pass where two would take twice as long.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="filter">Which trades, whatever their currency.</param>
    /// <param name="keep">The currency of those to return; <see langword="null"/> for all.</param>
    /// <param name="detail">How much of each.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(ClosedTrade[] Trades, List<CurrencyCount> Currencies)> ReadAsync(
        TenantTransaction transaction, TradeFilter filter, string? keep, TradeDetail detail, CancellationToken cancellationToken)
    {
        Dictionary<Guid, decimal> risks = await ReadRisksAsync(transaction, cancellationToken);
        await using NpgsqlCommand command = transaction.Command(string.Empty);
        string sizes = detail == TradeDetail.Sizes ? ", t.quantity, t.entry_price, t.multiplier" : string.Empty;

        // What is the same in nearly every row is not sent with each of them.
        string currencyOr = keep is null ? "t.currency" : $"{TradeFilter.Condition(command, "nullif(t.currency,", keep)})";
        Guid? onlyAccount = filter.AccountIds is [Guid only] ? only : null;
        string account = onlyAccount is null ? "t.account_id" : "null::uuid";
        command.CommandText = $"""
            select {currencyOr}, t.id, {account}, t.symbol, t.side = 'Long', t.gross, t.fees, t.opened_at, t.closed_at, t.closed_on{sizes}
            from journal.round_trips t where {filter.Conditions(command, user.Id)} order by t.closed_at, t.number
            """;
        List<ClosedTrade> trades = [];
        Dictionary<string, int> currencies = new(StringComparer.Ordinal);
        int kept = 0;
        await using CopyRows rows = await CopyQuery.OpenAsync(transaction, command, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            bool isKept = keep is not null && rows.IsNull(0);
            kept += isKept ? 1 : 0;
            if (!isKept)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(currencies, rows.Text(0), out _)++;
            }

            if (keep is null || isKept)
            {
                ClosedTrade trade = Read(rows, detail, onlyAccount);
                trades.Add(risks.Count > 0 && risks.TryGetValue(trade.Id, out decimal risk) ? trade with { Risk = risk } : trade);
            }
        }

        if (kept > 0)
        {
            currencies.Add(keep!, kept);
        }

        CurrencyCount[] counts = [.. currencies.Select(count => new CurrencyCount(count.Key, count.Value))];
        return ([.. trades], [.. counts.OrderByDescending(count => count.Trades).ThenBy(count => count.Code, StringComparer.Ordinal)]);
    }

    /// <summary>How the caller has sorted trades, by trade.</summary>
    public async Task<Dictionary<Guid, TradeMark>> ReadMarksAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<Guid, TradeMark> marks = [];
        await using NpgsqlCommand command = transaction.Command("""
            select t.id, n.tags, n.playbook_id, p.name
            from journal.trade_annotations n
            join journal.round_trips t on t.tenant_id = n.tenant_id and t.account_id = n.account_id and t.opening_key = n.opening_key
            left join journal.playbooks p on p.tenant_id = n.tenant_id and p.id = n.playbook_id
            where n.user_id = $1 and (cardinality(n.tags) > 0 or n.playbook_id is not null)
            """).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            marks[reader.GetGuid(0)] = new TradeMark(
                reader.GetFieldValue<string[]>(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.IsDBNull(3) ? null : reader.GetString(3));
        }

        return marks;
    }

    /// <summary>Money that came into or left the caller's accounts without a trade, by day.</summary>
    public async Task<IReadOnlyList<AccountCashFlow>> ReadCashAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        List<AccountCashFlow> flows = [];
        await using NpgsqlCommand command = transaction.Command("""
            select c.account_id, c.day, c.amount, c.currency, c.kind from journal.cash_movements c where c.user_id = $1 order by c.day, c.id
            """).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            flows.Add(new AccountCashFlow(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1), reader.GetDecimal(2), reader.GetString(3), reader.GetString(4)));
        }

        return flows;
    }

    // What the first stop put at risk: |average entry - stop| x quantity x multiplier.
    private async Task<Dictionary<Guid, decimal>> ReadRisksAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<Guid, decimal> risks = [];
        await using NpgsqlCommand command = transaction.Command("""
            select t.id, t.entry_price, n.planned_stop, t.quantity, t.multiplier
            from journal.trade_annotations n
            join journal.round_trips t on t.tenant_id = n.tenant_id and t.account_id = n.account_id and t.opening_key = n.opening_key
            where n.user_id = $1 and n.planned_stop is not null
            """).With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            risks[reader.GetGuid(0)] = Math.Abs(reader.GetDecimal(1) - reader.GetDecimal(2)) * reader.GetDecimal(3) * reader.GetDecimal(4);
        }

        return risks;
    }

    private static ClosedTrade Read(CopyRows rows, TradeDetail detail, Guid? onlyAccount)
    {
        bool sized = detail == TradeDetail.Sizes;
        decimal quantity = sized ? rows.Number(10) : 0;
        decimal notional = sized ? Math.Abs(quantity * rows.Number(11) * rows.Number(12)) : 0;
        return new ClosedTrade(
            rows.Uuid(1), rows.Text(3), rows.Boolean(4) ? PositionSide.Long : PositionSide.Short, notional, rows.Number(5), rows.Number(6), rows.Moment(7), rows.Moment(8))
        {
            AccountId = onlyAccount ?? rows.Uuid(2),
            Quantity = quantity,
            Day = rows.Day(9),
        };
    }
}
