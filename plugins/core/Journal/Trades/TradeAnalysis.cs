using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Closed trades of one currency, with what statistics need beside them.</summary>
/// <param name="Currency">ISO code, or <see langword="null"/> when there is no trade at all.</param>
/// <param name="Currencies">Every currency that the filter finds.</param>
/// <param name="StartBalance">Sum of the start balances of the accounts concerned.</param>
/// <param name="Trades">The trades by closing time.</param>
internal sealed record TradeSelection(string? Currency, IReadOnlyList<CurrencyCount> Currencies, decimal StartBalance, IReadOnlyList<TradeRow> Trades)
{
    /// <summary>The trades as the engine sees them.</summary>
    public IReadOnlyList<ClosedTrade> ClosedTrades { get; } = [.. Trades.Select(trade => trade.ToClosedTrade())];
}

/// <summary>The one place where endpoints and coach tools get trades for statistics, so that their numbers are equal.</summary>
internal sealed class TradeAnalysis(ITenantDatabase database, TradeReader reader, AccountStore accounts)
{
    /// <summary>Selects trades of the filter's currency, or of the one with most trades.</summary>
    public async Task<TradeSelection> SelectAsync(TradeFilter filter, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        List<CurrencyCount> currencies = await reader.CountCurrenciesAsync(transaction, filter, cancellationToken);
        string? currency = filter.Currency ?? (await MainCurrencyAsync(transaction, filter, cancellationToken));
        List<TradeRow> trades = currency is null ? [] : await reader.ReadAsync(transaction, filter with { Currency = currency }, cancellationToken);
        decimal startBalance = (await accounts.ListAsync(transaction, cancellationToken))
            .Where(account => account.Currency == currency && (filter.AccountId is null || account.Id == filter.AccountId))
            .Sum(account => account.StartBalance);
        return new TradeSelection(currency, currencies, startBalance, trades);
    }

    /// <summary>The currency with most trades of the filter on any day, or <see langword="null"/> when there is no trade.</summary>
    public async Task<string?> MainCurrencyAsync(TradeFilter filter, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        return await MainCurrencyAsync(transaction, filter, cancellationToken);
    }

    /// <summary>Reads one page of trades.</summary>
    public async Task<(IReadOnlyList<TradeRow> Items, string? NextCursor)> PageAsync(
        TradeFilter filter, TradeOrder order, string? cursor, int limit, CancellationToken cancellationToken)
    {
        TradeCursor? after = TradeCursor.Parse(cursor, order);
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        List<TradeRow> trades = await reader.ReadPageAsync(transaction, filter, order, after, limit + 1, cancellationToken);
        if (trades.Count <= limit)
        {
            return (trades, null);
        }

        trades.RemoveAt(limit);
        return (trades, TradeCursor.After(order, trades[^1]).Encode());
    }

    // The days are left out, so that pages for different periods show the same currency.
    private async Task<string?> MainCurrencyAsync(TenantTransaction transaction, TradeFilter filter, CancellationToken cancellationToken) =>
        (await reader.CountCurrenciesAsync(transaction, filter with { From = null, To = null }, cancellationToken)).FirstOrDefault()?.Code;
}
