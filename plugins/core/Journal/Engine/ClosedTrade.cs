namespace AIWendy.Plugins.Journal.Engine;

/// <summary>A closed round trip as statistics see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Notional">Entry price times quantity times multiplier, positive: how much was at stake.</param>
/// <param name="Gross">Result before fees.</param>
/// <param name="Fees">Costs.</param>
/// <param name="OpenedAt">When it was opened, in UTC.</param>
/// <param name="ClosedAt">When it was closed, in UTC.</param>
public sealed record ClosedTrade(
    Guid Id,
    string Symbol,
    PositionSide Side,
    decimal Notional,
    decimal Gross,
    decimal Fees,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt)
{
    /// <summary>Result after fees.</summary>
    public decimal Net => Gross - Fees;
}

/// <summary>How a closed trade ended, after fees.</summary>
public enum TradeOutcome
{
    /// <summary>Net above zero.</summary>
    Win,

    /// <summary>Net below zero.</summary>
    Loss,

    /// <summary>Net exactly zero: counted in the number of trades and in expectancy, in no rate of wins.</summary>
    Breakeven,
}

/// <summary>Classifies results.</summary>
public static class TradeOutcomes
{
    /// <summary>The outcome of a net result.</summary>
    public static TradeOutcome Of(decimal net) => net switch
    {
        > 0 => TradeOutcome.Win,
        < 0 => TradeOutcome.Loss,
        _ => TradeOutcome.Breakeven,
    };
}
