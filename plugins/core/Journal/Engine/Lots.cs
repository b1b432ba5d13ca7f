namespace AIWendy.Plugins.Journal.Engine;

/// <summary>The open lots of one position. All have the same direction.</summary>
internal sealed class Lots(LotMethod method)
{
    /// <summary>Shares of a sum are cut at this many decimals; the last share takes what remains, so sums stay exact.</summary>
    private const int ShareDecimals = 12;

    private readonly LinkedList<Lot> _lots = new();

    /// <summary>Units held, positive.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Sum of price times quantity of what is held.</summary>
    public decimal Cost
    {
        get
        {
            decimal cost = 0;
            foreach (Lot lot in _lots)
            {
                cost += lot.Cost;
            }

            return cost;
        }
    }

    /// <summary>Adds a lot.</summary>
    public void Add(decimal quantity, decimal price, decimal fee)
    {
        Quantity += quantity;
        if (method == LotMethod.Average && _lots.First is { } pool)
        {
            pool.Value = new Lot(pool.Value.Quantity + quantity, pool.Value.Cost + (quantity * price), pool.Value.Fee + fee);
            return;
        }

        _lots.AddLast(new Lot(quantity, quantity * price, fee));
    }

    /// <summary>Takes units out and returns their cost and their share of the opening fees.</summary>
    /// <param name="quantity">At most <see cref="Quantity"/>.</param>
    public (decimal Cost, decimal Fee) Take(decimal quantity)
    {
        Quantity -= quantity;
        decimal cost = 0;
        decimal fee = 0;
        while (quantity > 0)
        {
            LinkedListNode<Lot> node = (method == LotMethod.Lifo ? _lots.Last : _lots.First)
                ?? throw new InvalidOperationException("More was closed than is open.");
            Lot lot = node.Value;
            if (lot.Quantity <= quantity)
            {
                quantity -= lot.Quantity;
                cost += lot.Cost;
                fee += lot.Fee;
                _lots.Remove(node);
                continue;
            }

            decimal costShare = Share(lot.Cost, quantity, lot.Quantity);
            decimal feeShare = Share(lot.Fee, quantity, lot.Quantity);
            node.Value = new Lot(lot.Quantity - quantity, lot.Cost - costShare, lot.Fee - feeShare);
            cost += costShare;
            fee += feeShare;
            quantity = 0;
        }

        return (cost, fee);
    }

    /// <summary>The part of an amount that falls to a part of a quantity.</summary>
    public static decimal Share(decimal amount, decimal part, decimal whole) =>
        part == whole ? amount : Trim(decimal.Round(amount / whole * part, ShareDecimals, MidpointRounding.AwayFromZero));

    /// <summary>The same value without trailing zeros.</summary>
    public static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;

    private readonly record struct Lot(decimal Quantity, decimal Cost, decimal Fee);
}
