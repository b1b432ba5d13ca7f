namespace AIWendy.Plugins.Journal.Engine;

/// <summary>A position from flat to flat.</summary>
/// <param name="Position">Account and instrument.</param>
/// <param name="Side">Long when bought first.</param>
/// <param name="Quantity">Largest size held, positive.</param>
/// <param name="EntryPrice">Quantity-weighted average over the opening fills.</param>
/// <param name="ExitPrice">Quantity-weighted average over the closing fills.</param>
/// <param name="Multiplier">Money per point of price for one unit.</param>
/// <param name="Gross">Result before fees.</param>
/// <param name="Fees">Costs of all its fills.</param>
/// <param name="OpenedAt">Time of the first fill, in UTC.</param>
/// <param name="ClosedAt">Time of the last fill, in UTC.</param>
/// <param name="Fills">The fills, or parts of fills, in their order.</param>
public sealed record RoundTrip(
    PositionKey Position,
    PositionSide Side,
    decimal Quantity,
    decimal EntryPrice,
    decimal ExitPrice,
    decimal Multiplier,
    decimal Gross,
    decimal Fees,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt,
    IReadOnlyList<Fill> Fills)
{
    /// <summary>Result after fees.</summary>
    public decimal Net => Gross - Fees;

    /// <summary>The fill that opened it; no other round trip is opened by the same one.</summary>
    public Guid OpeningExecutionId => Fills[0].ExecutionId;
}

/// <summary>A fill, or the part of one, within a round trip.</summary>
/// <param name="ExecutionId">The execution.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Quantity">Units of this part, positive.</param>
/// <param name="Price">Price of one unit.</param>
/// <param name="Fee">Share of the execution's costs, by quantity.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Opens">Whether it adds to the position; otherwise it reduces it.</param>
public sealed record Fill(Guid ExecutionId, FillSide Side, decimal Quantity, decimal Price, decimal Fee, DateTimeOffset At, bool Opens);

/// <summary>A position that is not flat yet. It never enters statistics of closed trades.</summary>
/// <param name="Position">Account and instrument.</param>
/// <param name="Side">Long when bought first.</param>
/// <param name="Quantity">Units still held, positive.</param>
/// <param name="AveragePrice">Quantity-weighted average price of the lots still held.</param>
/// <param name="Multiplier">Money per point of price for one unit.</param>
/// <param name="OpenedAt">Time of the first fill, in UTC.</param>
/// <param name="RealisedGross">Result before fees of what has been closed already.</param>
/// <param name="RealisedFees">Costs of what has been closed already, on both sides.</param>
public sealed record OpenPosition(
    PositionKey Position,
    PositionSide Side,
    decimal Quantity,
    decimal AveragePrice,
    decimal Multiplier,
    DateTimeOffset OpenedAt,
    decimal RealisedGross,
    decimal RealisedFees);

/// <summary>What one closing fill realised.</summary>
/// <param name="ExecutionId">The closing execution.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Quantity">Units closed, positive.</param>
/// <param name="Gross">Result before fees.</param>
/// <param name="Fees">Costs of the closed units on both sides.</param>
public sealed record Realisation(Guid ExecutionId, DateTimeOffset At, decimal Quantity, decimal Gross, decimal Fees)
{
    /// <summary>The position that it reduced.</summary>
    public PositionKey? Position { get; init; }

    /// <summary>Result after fees.</summary>
    public decimal Net => Gross - Fees;
}

/// <summary>Which lots a closing fill takes first.</summary>
public enum LotMethod
{
    /// <summary>The oldest.</summary>
    Fifo,

    /// <summary>The newest.</summary>
    Lifo,

    /// <summary>A part of each: all lots count as one at their average price.</summary>
    Average,
}

/// <summary>Everything that a set of fills comes to.</summary>
/// <param name="RoundTrips">Closed positions, by closing time.</param>
/// <param name="OpenPositions">Positions that are not flat.</param>
/// <param name="Realisations">What each closing fill realised, in the order of the fills.</param>
public sealed record Book(
    IReadOnlyList<RoundTrip> RoundTrips,
    IReadOnlyList<OpenPosition> OpenPositions,
    IReadOnlyList<Realisation> Realisations);
