namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Trades by how the latest close before their opening ended.</summary>
/// <param name="AfterLoss">Trades that were opened after a loss.</param>
/// <param name="AfterWin">Trades that were opened after a win.</param>
/// <param name="QuickAfterLoss">Those after a loss that followed within the window.</param>
/// <param name="SizeAfterLoss">Mean quantity after a loss; <see langword="null"/> without such trades.</param>
/// <param name="SizeAfterWin">Mean quantity after a win; <see langword="null"/> without such trades.</param>
public sealed record PrecedingCloses(int AfterLoss, int AfterWin, int QuickAfterLoss, decimal? SizeAfterLoss, decimal? SizeAfterWin)
{
    /// <summary>Looks at what preceded each trade.</summary>
    /// <param name="trades">Closed trades by closing time; ties in a stable order, the last of them counts as the latest.</param>
    /// <param name="window">A trade is quick when it was opened at most this long after the close.</param>
    /// <param name="countOwnClose">
    /// Whether a trade that opened and closed at the same moment may be its own predecessor, as programs that compare
    /// times alone count it.
    /// </param>
    public static PrecedingCloses Of(IReadOnlyList<ClosedTrade> trades, TimeSpan window, bool countOwnClose = false)
    {
        ArgumentNullException.ThrowIfNull(trades);
        int quick = 0;
        List<decimal> afterLoss = [];
        List<decimal> afterWin = [];
        int closed = 0;
        foreach (ClosedTrade trade in trades.OrderBy(trade => trade.OpenedAt))
        {
            while (closed < trades.Count && trades[closed].ClosedAt <= trade.OpenedAt)
            {
                closed++;
            }

            int latest = closed - 1;
            while (!countOwnClose && latest >= 0 && trades[latest].Id == trade.Id)
            {
                latest--;
            }

            switch (latest < 0 ? TradeOutcome.Breakeven : TradeOutcomes.Of(trades[latest].Net))
            {
                case TradeOutcome.Loss:
                    afterLoss.Add(trade.Quantity);
                    quick += trade.OpenedAt - trades[latest].ClosedAt <= window ? 1 : 0;
                    break;
                case TradeOutcome.Win:
                    afterWin.Add(trade.Quantity);
                    break;
            }
        }

        return new PrecedingCloses(
            afterLoss.Count, afterWin.Count, quick, afterLoss.Count == 0 ? null : afterLoss.Sum() / afterLoss.Count, afterWin.Count == 0 ? null : afterWin.Sum() / afterWin.Count);
    }
}
