namespace AIWendy.Plugins.Journal.Engine;

/// <summary>Direction of a fill.</summary>
public enum FillSide
{
    /// <summary>Bought.</summary>
    Buy,

    /// <summary>Sold.</summary>
    Sell,
}

/// <summary>Direction of a position.</summary>
public enum PositionSide
{
    /// <summary>Bought first.</summary>
    Long,

    /// <summary>Sold first.</summary>
    Short,
}

/// <summary>One fill, as the broker reported it.</summary>
/// <param name="Id">Identifies the fill.</param>
/// <param name="Position">What it is matched with.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Quantity">Units, positive.</param>
/// <param name="Price">Price of one unit.</param>
/// <param name="Fee">All costs; positive is a charge, negative a rebate.</param>
/// <param name="Multiplier">Money per point of price for one unit: 1 for shares, 100 for most options.</param>
/// <param name="ExecutedAt">When, in UTC.</param>
/// <param name="Sequence">The broker's order within the same time; 0 where it gives none.</param>
/// <param name="Row">Row of the file, the last tie-breaker.</param>
public sealed record Execution(
    Guid Id,
    PositionKey Position,
    FillSide Side,
    decimal Quantity,
    decimal Price,
    decimal Fee,
    decimal Multiplier,
    DateTimeOffset ExecutedAt,
    long Sequence = 0,
    int Row = 0)
{
    /// <summary>Quantity with the sign of its effect on the position.</summary>
    public decimal SignedQuantity => Side == FillSide.Buy ? Quantity : -Quantity;
}

/// <summary>Fills with equal keys belong to one position.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Currency">ISO code of its prices.</param>
/// <param name="Pairing">The broker's own pairing for files that list finished trades; otherwise <see langword="null"/>.</param>
public sealed record PositionKey(Guid AccountId, string Symbol, string Currency, string? Pairing = null);

/// <summary>The order in which fills take effect: time, then the broker's sequence, then the row of the file.</summary>
public sealed class ExecutionOrder : IComparer<Execution>
{
    /// <summary>The one instance.</summary>
    public static readonly ExecutionOrder Instance = new();

    private ExecutionOrder()
    {
    }

    /// <inheritdoc />
    public int Compare(Execution? x, Execution? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int byTime = x.ExecutedAt.CompareTo(y.ExecutedAt);
        if (byTime != 0)
        {
            return byTime;
        }

        int bySequence = x.Sequence.CompareTo(y.Sequence);
        return bySequence != 0 ? bySequence : x.Row.CompareTo(y.Row);
    }
}
