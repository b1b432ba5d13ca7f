namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>The rate of a day: how much of the quote currency one unit of the base currency costs.</summary>
/// <param name="Day">The day.</param>
/// <param name="Base">ISO code of the currency of which one unit is priced.</param>
/// <param name="Quote">ISO code of the currency of the price.</param>
/// <param name="Rate">The price, above zero.</param>
public sealed record ExchangeRate(DateOnly Day, string Base, string Quote, decimal Rate);

/// <summary>Looks up rates. Without one of the day the last of the five days before it counts; older ones and guesses never do.</summary>
public sealed class ExchangeRates
{
    private const int OldestDays = 5;

    private readonly Dictionary<(string From, string To), SortedList<DateOnly, decimal>> _rates = [];

    /// <summary>Takes rates in any order; each serves both directions, the one that was stated first.</summary>
    public ExchangeRates(IEnumerable<ExchangeRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        foreach (ExchangeRate rate in rates)
        {
            Add(rate.Base, rate.Quote, rate.Day, rate.Rate);
        }
    }

    /// <summary>What one unit of a currency is worth in another on a day, or <see langword="null"/> when no rate is known.</summary>
    public decimal? Find(string from, string to, DateOnly day)
    {
        if (from == to)
        {
            return 1;
        }

        return Latest(from, to, day) ?? (Latest(to, from, day) is { } inverse ? 1 / inverse : null);
    }

    private decimal? Latest(string from, string to, DateOnly day)
    {
        if (!_rates.TryGetValue((from, to), out SortedList<DateOnly, decimal>? known))
        {
            return null;
        }

        for (int back = 0; back <= OldestDays; back++)
        {
            if (known.TryGetValue(day.AddDays(-back), out decimal rate))
            {
                return rate;
            }
        }

        return null;
    }

    private void Add(string from, string to, DateOnly day, decimal rate)
    {
        if (!_rates.TryGetValue((from, to), out SortedList<DateOnly, decimal>? known))
        {
            known = [];
            _rates.Add((from, to), known);
        }

        known[day] = rate;
    }
}

/// <summary>A fill as conversion sees it.</summary>
/// <param name="Day">Day of the fill.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Notional">Quantity times price times multiplier, in the trade's currency.</param>
/// <param name="Fee">Costs in the trade's currency.</param>
/// <param name="Opens">Whether it adds to the position.</param>
public sealed record ConvertedFill(DateOnly Day, FillSide Side, decimal Notional, decimal Fee, bool Opens);

/// <summary>
/// A trade in another currency. Every fill and fee counts at the rate of its own day. Price is what the price gave at the
/// rates of the exits, Currency what the change of the rates between entry and exit gave; together they are the gross result.
/// </summary>
/// <param name="Gross">Result before fees.</param>
/// <param name="Fees">Costs.</param>
/// <param name="Price">The part of the gross result that the price made.</param>
/// <param name="Currency">The part that the rates made.</param>
public sealed record ConvertedTrade(decimal Gross, decimal Fees, decimal Price, decimal Currency)
{
    /// <summary>Converts a closed trade; <see langword="null"/> when a rate is missing.</summary>
    /// <param name="fills">All fills of the trade.</param>
    /// <param name="rate">The rate of a day, or <see langword="null"/>.</param>
    public static ConvertedTrade? Of(IEnumerable<ConvertedFill> fills, Func<DateOnly, decimal?> rate)
    {
        ArgumentNullException.ThrowIfNull(fills);
        ArgumentNullException.ThrowIfNull(rate);
        decimal gross = 0, fees = 0, native = 0, closed = 0, closedConverted = 0;
        foreach (ConvertedFill fill in fills)
        {
            if (rate(fill.Day) is not { } worth)
            {
                return null;
            }

            decimal flow = fill.Side == FillSide.Sell ? fill.Notional : -fill.Notional;
            gross += flow * worth;
            native += flow;
            fees += fill.Fee * worth;
            if (!fill.Opens)
            {
                closed += fill.Notional;
                closedConverted += fill.Notional * worth;
            }
        }

        // The rate of the exits is weighted by what was closed at each.
        decimal price = closed == 0 ? 0 : native * (closedConverted / closed);
        return new ConvertedTrade(gross, fees, price, gross - price);
    }
}
