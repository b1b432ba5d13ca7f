namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>
/// Odean's proportions of gains and losses realised, for books without market prices: each closing price stands for the
/// market price of the other positions in the same instrument that are open at that moment. Positions that close at the
/// same moment are no paper positions. Gains are those of the price, without costs.
/// </summary>
/// <param name="RealisedGains">Trades closed at a gain of price.</param>
/// <param name="RealisedLosses">Trades closed at a loss of price.</param>
/// <param name="PaperGains">Open positions in gain at a close, counted at each close.</param>
/// <param name="PaperLosses">Open positions in loss at a close, counted at each close.</param>
public sealed record DispositionAtCloses(int RealisedGains, int RealisedLosses, int PaperGains, int PaperLosses)
{
    /// <summary>Realised ÷ (realised + paper) gains; <see langword="null"/> without gains.</summary>
    public decimal? GainsRealised => RealisedGains + PaperGains == 0 ? null : (decimal)RealisedGains / (RealisedGains + PaperGains);

    /// <summary>Realised ÷ (realised + paper) losses; <see langword="null"/> without losses.</summary>
    public decimal? LossesRealised => RealisedLosses + PaperLosses == 0 ? null : (decimal)RealisedLosses / (RealisedLosses + PaperLosses);

    /// <summary>The difference: above zero when gains are realised more readily than losses.</summary>
    public decimal? Effect => GainsRealised - LossesRealised;

    /// <summary>Counts.</summary>
    /// <param name="trades">Closed trades with the average prices of their entries and exits.</param>
    public static DispositionAtCloses Of(IEnumerable<(ClosedTrade Trade, decimal Entry, decimal Exit)> trades)
    {
        ArgumentNullException.ThrowIfNull(trades);
        int realisedGains = 0, realisedLosses = 0, paperGains = 0, paperLosses = 0;
        foreach (IGrouping<string, (ClosedTrade Trade, decimal Entry, decimal Exit)> symbol in trades.GroupBy(item => item.Trade.Symbol))
        {
            (ClosedTrade Trade, decimal Entry, decimal Exit)[] all = [.. symbol];
            foreach ((ClosedTrade closed, decimal entry, decimal exit) in all)
            {
                int own = Gain(closed, entry, exit);
                realisedGains += own > 0 ? 1 : 0;
                realisedLosses += own < 0 ? 1 : 0;
                foreach ((ClosedTrade other, decimal otherEntry, _) in all)
                {
                    if (other.OpenedAt < closed.ClosedAt && other.ClosedAt > closed.ClosedAt)
                    {
                        int paper = Gain(other, otherEntry, exit);
                        paperGains += paper > 0 ? 1 : 0;
                        paperLosses += paper < 0 ? 1 : 0;
                    }
                }
            }
        }

        return new DispositionAtCloses(realisedGains, realisedLosses, paperGains, paperLosses);
    }

    private static int Gain(ClosedTrade trade, decimal entry, decimal price) => (trade.Side == PositionSide.Long ? price - entry : entry - price).CompareTo(0);
}
