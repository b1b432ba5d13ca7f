using System.Collections.Frozen;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>
/// Rounds figures as they are shown, half away from zero, so that a model repeats a number that people read elsewhere.
/// What would vanish keeps four significant digits.
/// </summary>
internal static class DisplayRounding
{
    private static readonly FrozenDictionary<string, int> Decimals = new[]
    {
        (0, "JPY KRW VND CLP ISK PYG UGX XAF XOF"), (3, "BHD KWD OMR TND JOD IQD LYD"), (8, "BTC XBT ETH BNB SOL LTC"),
    }.SelectMany(group => group.Item2.Split(' ').Select(code => (Code: code, Decimals: group.Item1)))
        .ToFrozenDictionary(currency => currency.Code, currency => currency.Decimals, StringComparer.OrdinalIgnoreCase);

    /// <summary>Rounds a value of a unit.</summary>
    public static decimal Round(decimal value, string unit, string? currency)
    {
        int decimals = unit switch
        {
            FigureUnits.Money => currency is not null && Decimals.TryGetValue(currency, out int own) ? own : 2,
            FigureUnits.Percent or FigureUnits.Days => 2,
            FigureUnits.Minutes => 1,
            FigureUnits.Count => value == decimal.Truncate(value) ? 0 : 2,
            _ => 4,
        };
        decimal rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        return Lots.Trim(rounded == 0 && value != 0 ? Significant(value) : rounded);
    }

    /// <summary>Rounds money.</summary>
    public static decimal Money(decimal value, string currency) => Round(value, FigureUnits.Money, currency);

    /// <summary>The figure as a model sees it: rounded, and without the explanations that people read on the page.</summary>
    public static FigureBody Rounded(this FigureBody figure, string? currency) => figure with
    {
        Value = figure.Value is { } value ? Round(value, figure.Unit, currency) : null,
        Interval = figure.Interval is { } interval
            ? interval with { Low = Round(interval.Low, figure.Unit, currency), High = Round(interval.High, figure.Unit, currency) }
            : null,
        Formula = null,
        Reference = null,
    };

    /// <summary>The trade as a model sees it.</summary>
    public static TradeBody Rounded(this TradeBody trade) => trade with
    {
        EntryPrice = Price(trade.EntryPrice),
        ExitPrice = Price(trade.ExitPrice),
        Gross = Money(trade.Gross, trade.Currency),
        Fees = Money(trade.Fees, trade.Currency),
        Net = Money(trade.Net, trade.Currency),
    };

    // Average prices have as many digits as a division leaves; those of a fill have at most ten decimals.
    private static decimal Price(decimal price) => Lots.Trim(decimal.Round(price, 10, MidpointRounding.AwayFromZero));

    private static decimal Significant(decimal value)
    {
        decimal size = Math.Abs(value);
        int decimals = 0;
        for (; size < 1000 && decimals < 28; decimals++)
        {
            size *= 10;
        }

        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
    }
}
