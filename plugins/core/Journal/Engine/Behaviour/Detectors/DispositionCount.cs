namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>One sale, with the positions that stayed open beside it.</summary>
internal sealed record SaleChoice(BehaviourTrade Trade, bool RealisedGain, bool RealisedLoss, int PaperGains, int PaperLosses);

/// <summary>
/// Counts realised and paper gains and losses. Without price bars the closing price of a trade is the market price of
/// the other open positions of that symbol at that second; positions that close within the same second are not paper.
/// </summary>
internal static class DispositionCount
{
    /// <summary>Every sale by time.</summary>
    /// <param name="trades">Closed trades.</param>
    /// <param name="withCosts">Whether costs are added to the purchase and deducted from the sale, half each.</param>
    /// <param name="onlyAmongOthers">Whether sales beside which no other position could be valued are left out.</param>
    public static IReadOnlyList<SaleChoice> Of(IReadOnlyList<BehaviourTrade> trades, bool withCosts, bool onlyAmongOthers)
    {
        List<SaleChoice> sales = new(trades.Count);
        foreach (IGrouping<string, BehaviourTrade> symbol in trades.GroupBy(trade => trade.Symbol, StringComparer.Ordinal))
        {
            Count([.. symbol], withCosts, onlyAmongOthers, sales);
        }

        sales.Sort((left, right) => left.Trade.ClosedAt.CompareTo(right.Trade.ClosedAt));
        return sales;
    }

    private static void Count(BehaviourTrade[] trades, bool withCosts, bool onlyAmongOthers, List<SaleChoice> sales)
    {
        Dictionary<Guid, decimal> basis = trades.ToDictionary(trade => trade.Id, trade => Basis(trade, withCosts));
        OpenBases longs = new([.. trades.Where(trade => trade.Side == PositionSide.Long).Select(trade => basis[trade.Id])]);
        OpenBases shorts = new([.. trades.Where(trade => trade.Side == PositionSide.Short).Select(trade => basis[trade.Id])]);
        BehaviourTrade[] byOpening = [.. trades.Where(IsHeld).OrderBy(trade => trade.OpenedAt)];
        int opened = 0;
        foreach (IGrouping<long, BehaviourTrade> second in trades.GroupBy(trade => trade.ClosedAt.ToUnixTimeSeconds()).OrderBy(group => group.Key))
        {
            while (opened < byOpening.Length && byOpening[opened].OpenedAt.ToUnixTimeSeconds() < second.Key)
            {
                BehaviourTrade trade = byOpening[opened++];
                (trade.Side == PositionSide.Long ? longs : shorts).Add(basis[trade.Id], 1);
            }

            foreach (BehaviourTrade trade in second.Where(IsHeld))
            {
                (trade.Side == PositionSide.Long ? longs : shorts).Add(basis[trade.Id], -1);
            }

            foreach (BehaviourTrade trade in second)
            {
                decimal price = trade.ExitPrice;
                if (!onlyAmongOthers || longs.Open + shorts.Open > 0)
                {
                    decimal result = withCosts ? trade.Net : (trade.ExitPrice - trade.EntryPrice) * trade.Direction;
                    sales.Add(new SaleChoice(
                        trade, result > 0, result < 0, longs.Below(price) + shorts.Above(price), longs.Above(price) + shorts.Below(price)));
                }
            }
        }
    }

    // What opens and closes within one second is never held beside a sale.
    private static bool IsHeld(BehaviourTrade trade) => trade.OpenedAt.ToUnixTimeSeconds() < trade.ClosedAt.ToUnixTimeSeconds();

    private static decimal Basis(BehaviourTrade trade, bool withCosts)
    {
        decimal units = trade.Quantity * trade.Multiplier;
        return withCosts && units != 0 ? trade.EntryPrice + (trade.Direction * trade.Fees / 2 / units) : trade.EntryPrice;
    }

    /// <summary>How many open positions were bought below or above a price (a Fenwick tree over the ranks of prices).</summary>
    private sealed class OpenBases
    {
        private readonly decimal[] prices;
        private readonly int[] tree;

        public OpenBases(decimal[] all)
        {
            prices = [.. all.Distinct().Order()];
            tree = new int[prices.Length + 1];
        }

        public int Open { get; private set; }

        public void Add(decimal price, int count)
        {
            Open += count;
            for (int i = Array.BinarySearch(prices, price) + 1; i < tree.Length; i += i & -i)
            {
                tree[i] += count;
            }
        }

        public int Below(decimal price)
        {
            int place = Array.BinarySearch(prices, price);
            return UpTo(place < 0 ? ~place : place);
        }

        public int Above(decimal price)
        {
            int place = Array.BinarySearch(prices, price);
            return Open - UpTo(place < 0 ? ~place : place + 1);
        }

        private int UpTo(int count)
        {
            int sum = 0;
            for (int i = count; i > 0; i -= i & -i)
            {
                sum += tree[i];
            }

            return sum;
        }
    }
}

/// <summary>Sums over sales and Odean's rates.</summary>
internal sealed record DispositionTotals(int RealisedGains, int RealisedLosses, int PaperGains, int PaperLosses)
{
    /// <summary>Gains that could have been realised.</summary>
    public int Gains => RealisedGains + PaperGains;

    /// <summary>Losses that could have been realised.</summary>
    public int Losses => RealisedLosses + PaperLosses;

    /// <summary>Proportion of gains realised, or <see langword="null"/> without any gain.</summary>
    public double? GainRate => Gains == 0 ? null : (double)RealisedGains / Gains;

    /// <summary>Proportion of losses realised, or <see langword="null"/> without any loss.</summary>
    public double? LossRate => Losses == 0 ? null : (double)RealisedLosses / Losses;

    /// <summary>Proportion of gains realised minus that of losses.</summary>
    public double? Effect => GainRate - LossRate;

    /// <summary>Standard error of <see cref="Effect"/> if every count stood for itself.</summary>
    public double StandardError => GainRate is { } gain && LossRate is { } loss
        ? Math.Sqrt((gain * (1 - gain) / Gains) + (loss * (1 - loss) / Losses))
        : 0;

    /// <summary>Adds up.</summary>
    public static DispositionTotals Of(IEnumerable<SaleChoice> sales)
    {
        (int gains, int losses, int paperGains, int paperLosses) = (0, 0, 0, 0);
        foreach (SaleChoice sale in sales)
        {
            gains += sale.RealisedGain ? 1 : 0;
            losses += sale.RealisedLoss ? 1 : 0;
            paperGains += sale.PaperGains;
            paperLosses += sale.PaperLosses;
        }

        return new DispositionTotals(gains, losses, paperGains, paperLosses);
    }
}
