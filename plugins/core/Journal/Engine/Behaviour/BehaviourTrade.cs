namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>A closed round trip as the detectors see it. What a journal may lack is optional; a detector that needs it keeps silent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Quantity">Largest size held, positive.</param>
/// <param name="EntryPrice">Average over the opening fills.</param>
/// <param name="ExitPrice">Average over the closing fills.</param>
/// <param name="Multiplier">Money per point of price for one unit.</param>
/// <param name="Gross">Result before fees.</param>
/// <param name="Fees">Costs.</param>
/// <param name="OpenedAt">When it was opened, in UTC.</param>
/// <param name="ClosedAt">When it was closed, in UTC.</param>
internal sealed record BehaviourTrade(
    Guid Id,
    string Symbol,
    PositionSide Side,
    decimal Quantity,
    decimal EntryPrice,
    decimal ExitPrice,
    decimal Multiplier,
    decimal Gross,
    decimal Fees,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt)
{
    /// <summary>When it was opened, on the clock of the account.</summary>
    public DateTime OpenedLocal { get; init; } = OpenedAt.UtcDateTime;

    /// <summary>When it was closed, on the clock of the account.</summary>
    public DateTime ClosedLocal { get; init; } = ClosedAt.UtcDateTime;

    /// <summary>Trading day of the entry.</summary>
    public DateOnly OpenedOn { get; init; } = DateOnly.FromDateTime(OpenedAt.UtcDateTime);

    /// <summary>Trading day of the exit.</summary>
    public DateOnly ClosedOn { get; init; } = DateOnly.FromDateTime(ClosedAt.UtcDateTime);

    /// <summary>Results up to this far from zero are breakeven.</summary>
    public decimal BreakevenBand { get; init; }

    /// <summary>Where the plan put the stop before the entry.</summary>
    public decimal? PlannedStop { get; init; }

    /// <summary>Where the stop stood at the end.</summary>
    public decimal? FinalStop { get; init; }

    /// <summary>Where the plan put the target.</summary>
    public decimal? PlannedTarget { get; init; }

    /// <summary>Whether the trader noted a broken rule; <see langword="null"/> when nothing was noted on the trade.</summary>
    public bool? RuleBroken { get; init; }

    /// <summary>Whether, after the exit, the price reached the target before the stop; <see langword="null"/> without price bars.</summary>
    public bool? TargetCameFirst { get; init; }

    /// <summary>The fills that opened it, in their order; empty when they were not read because there is one alone.</summary>
    public IReadOnlyList<OpeningFill> Entries { get; init; } = [];

    /// <summary>Result after fees.</summary>
    public decimal Net => Gross - Fees;

    /// <summary>How much was at stake: entry price times quantity times multiplier, positive.</summary>
    public decimal Notional => Math.Abs(EntryPrice * Quantity * Multiplier);

    /// <summary>1 for long, -1 for short.</summary>
    public int Direction => Side == PositionSide.Long ? 1 : -1;

    /// <summary>Time between entry and exit, in minutes.</summary>
    public double HoldMinutes => (ClosedAt - OpenedAt).TotalMinutes;

    /// <summary>What the plan put at risk, or <see langword="null"/> without a stop on the losing side of the entry.</summary>
    public decimal? Risk => PlannedStop is { } stop && (EntryPrice - stop) * Direction > 0
        ? (EntryPrice - stop) * Direction * Quantity * Multiplier
        : null;

    /// <summary>How it ended, after fees.</summary>
    public TradeOutcome Outcome => Net > BreakevenBand ? TradeOutcome.Win : Net < -BreakevenBand ? TradeOutcome.Loss : TradeOutcome.Breakeven;
}

/// <summary>A fill that opened a position or added to it.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Quantity">Units, positive.</param>
/// <param name="Price">Price of one unit.</param>
internal sealed record OpeningFill(DateTimeOffset At, decimal Quantity, decimal Price);
