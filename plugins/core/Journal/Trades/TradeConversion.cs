using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Plugins.Journal.Rates;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>States trades of several currencies in one, each fill at the rate of its own day.</summary>
internal sealed class TradeConversion(RateStore rates)
{
    /// <summary>Converts; trades for which a rate is missing are left out and counted, never guessed.</summary>
    public async Task<(ClosedTrade[] Trades, Conversion Conversion)> ConvertAsync(
        TenantTransaction transaction, TradeFilter filter, string wanted, ClosedTrade[] trades, CancellationToken cancellationToken)
    {
        ExchangeRates known = new(await rates.ReadAsync(transaction, cancellationToken));
        Dictionary<Guid, (string Currency, List<ConvertedFill> Fills)> foreign = await rates.ReadForeignAsync(transaction, filter, wanted, cancellationToken);
        List<ClosedTrade> stated = new(trades.Length);
        int missing = 0;
        decimal price = 0;
        decimal currency = 0;
        foreach (ClosedTrade trade in trades)
        {
            if (!foreign.TryGetValue(trade.Id, out (string Currency, List<ConvertedFill> Fills) fills))
            {
                stated.Add(trade);
            }
            else if (ConvertedTrade.Of(fills.Fills, day => known.Find(fills.Currency, wanted, day)) is { } converted)
            {
                decimal? exitRate = known.Find(fills.Currency, wanted, fills.Fills[^1].Day);
                stated.Add(trade with
                {
                    Gross = converted.Gross,
                    Fees = converted.Fees,
                    Risk = trade.Risk * exitRate,
                    Notional = trade.Notional * (exitRate ?? 1),
                    Excursion = null,
                });
                price += converted.Price;
                currency += converted.Currency;
            }
            else
            {
                missing++;
            }
        }

        return ([.. stated], new Conversion(foreign.Count - missing, missing, price, currency));
    }
}
