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
    private readonly DateOnly? _day;

    /// <summary>Result after fees.</summary>
    public decimal Net => Gross - Fees;

    /// <summary>The account it belongs to.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Largest size held, positive.</summary>
    public decimal Quantity { get; init; }

    /// <summary>The trading day of the close in the account's zone; where nothing else is said, the day in UTC.</summary>
    public DateOnly Day
    {
        get => _day ?? DateOnly.FromDateTime(ClosedAt.UtcDateTime);
        init => _day = value;
    }

    /// <summary>
    /// What the first stop put at risk, in money: |average entry − stop| × quantity × multiplier.
    /// <see langword="null"/> without a stop; never replaced by a guess.
    /// </summary>
    public decimal? Risk { get; init; }

    /// <summary>How far the price went against and for the trade, or <see langword="null"/> without prices.</summary>
    public TradeExcursion? Excursion { get; init; }
}

/// <summary>How far the price went while a trade was held, in money of the trade.</summary>
/// <param name="Adverse">Largest loss on the way, not negative (MAE).</param>
/// <param name="Favourable">Largest gain on the way, not negative (MFE).</param>
/// <param name="Capture">
/// Share of the largest gain that the exit took: price gain ÷ MFE; negative for losers. <see langword="null"/> when the
/// price never went the trade's way.
/// </param>
/// <param name="IsApproximate">Whether the first or last bar also holds prices from outside the holding time.</param>
public sealed record TradeExcursion(decimal Adverse, decimal Favourable, decimal? Capture, bool IsApproximate);

/// <summary>How a closed trade ended.</summary>
public enum TradeOutcome
{
    /// <summary>Result above the breakeven band.</summary>
    Win,

    /// <summary>Result below the breakeven band.</summary>
    Loss,

    /// <summary>Result within the band: counted in the number of trades and in expectancy, in no rate of wins.</summary>
    Breakeven,
}

/// <summary>Classifies results.</summary>
public static class TradeOutcomes
{
    /// <summary>The outcome of a net result.</summary>
    /// <param name="net">The result.</param>
    /// <param name="band">Results up to this far from zero, on either side, are breakeven; not negative.</param>
    public static TradeOutcome Of(decimal net, decimal band = 0) =>
        net > band ? TradeOutcome.Win : net < -band ? TradeOutcome.Loss : TradeOutcome.Breakeven;
}
