namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>How long trades were held; the ratio is above one when losers are held longer.</summary>
internal static class HoldingFigures
{
    public static IEnumerable<FigureValue> Of(StatisticsInput input)
    {
        ResultSeries series = input.Series;
        Total all = new();
        Total wins = new();
        Total losses = new();
        decimal[] held = new decimal[series.N];
        for (int i = 0; i < series.N; i++)
        {
            long ticks = (series.Trades[i].ClosedAt - series.Trades[i].OpenedAt).Ticks;
            held[i] = ticks;
            all.Add(ticks);
            switch (series.Outcomes[i])
            {
                case TradeOutcome.Win:
                    wins.Add(ticks);
                    break;
                case TradeOutcome.Loss:
                    losses.Add(ticks);
                    break;
            }
        }

        yield return Average("average_hold", all, series.EmptyReason);
        yield return input.Figure("median_hold", FigureUnits.Minutes, () => Samples.Median(held) / TimeSpan.TicksPerMinute) with { LowSample = input.IsLow };
        yield return Average("average_hold_wins", wins, series.N == 0 ? series.EmptyReason : FigureReasons.NoWins);
        yield return Average("average_hold_losses", losses, series.N == 0 ? series.EmptyReason : FigureReasons.NoLosses);
        yield return Ratio(series, wins, losses);
    }

    private static FigureValue Average(string id, Total total, string reason) => total.Count == 0
        ? FigureValue.Undefined(id, FigureUnits.Minutes, 0, reason)
        : new(id, total.Minutes, FigureUnits.Minutes, total.Count) { LowSample = total.Count < FigureValue.LowSampleBelow };

    private static FigureValue Ratio(ResultSeries series, Total wins, Total losses)
    {
        int n = wins.Count + losses.Count;
        if (wins.Count == 0 || losses.Count == 0 || wins.Minutes == 0)
        {
            string reason = series.N == 0 ? series.EmptyReason
                : n == 0 ? FigureReasons.OnlyBreakeven
                : wins.Count == 0 ? FigureReasons.NoWins
                : losses.Count == 0 ? FigureReasons.NoLosses
                : FigureReasons.NoSolution;
            return FigureValue.Undefined("hold_ratio", FigureUnits.Ratio, n, reason);
        }

        return new("hold_ratio", losses.Minutes / wins.Minutes, FigureUnits.Ratio, n) { LowSample = Math.Min(wins.Count, losses.Count) < FigureValue.LowSampleBelow };
    }

    private sealed class Total
    {
        private decimal _ticks;

        public int Count { get; private set; }

        public decimal Minutes => _ticks / Count / TimeSpan.TicksPerMinute;

        public void Add(long ticks)
        {
            _ticks += ticks;
            Count++;
        }
    }
}
