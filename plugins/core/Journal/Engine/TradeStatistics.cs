namespace AIWendy.Plugins.Journal.Engine;

/// <summary>
/// Statistics over closed trades of one currency. Money stays decimal; nothing is rounded. A win is a net result above
/// zero, a loss one below; exactly zero is breakeven.
/// </summary>
public static class TradeStatistics
{
    /// <summary>The eight figures of the summary, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> SummaryIds =
        ["trades", "net_pnl", "win_rate", "profit_factor", "expectancy", "average_win", "average_loss", "max_drawdown"];

    /// <summary>Computes every figure.</summary>
    /// <param name="trades">Closed trades by closing time; ties in a stable order.</param>
    /// <param name="startBalance">Equity before the first trade, not negative; the first peak of the drawdown.</param>
    public static IReadOnlyList<FigureValue> Compute(IReadOnlyList<ClosedTrade> trades, decimal startBalance)
    {
        ArgumentNullException.ThrowIfNull(trades);
        Sums sums = Sums.Of(trades);
        Drawdown drawdown = Drawdown.Of(trades.Select(trade => trade.Net), startBalance);
        return
        [
            new("trades", sums.N, FigureUnits.Count, sums.N),
            Total("net_pnl", sums.Net, sums.N),
            WinRate(sums),
            ProfitFactor(sums),
            Expectancy(trades, sums),
            Average("average_win", sums.WinSum, sums.Wins, FigureReasons.NoWins, sums.N),
            Average("average_loss", -sums.LossSum, sums.Losses, FigureReasons.NoLosses, sums.N),
            Total("max_drawdown", drawdown.Largest, sums.N),
            Total("gross_pnl", sums.Gross, sums.N),
            Total("fees", sums.Fees, sums.N),
            new("wins", sums.Wins, FigureUnits.Count, sums.N),
            new("losses", sums.Losses, FigureUnits.Count, sums.N),
            new("breakeven", sums.Breakeven, FigureUnits.Count, sums.N),
            WinRateOfAll(sums),
            PayoffRatio(sums),
            DrawdownPercent(drawdown, sums.N),
        ];
    }

    private static FigureValue Total(string id, decimal value, int n) =>
        n == 0 ? FigureValue.Undefined(id, FigureUnits.Money, 0, FigureReasons.NoTrades) : new(id, value, FigureUnits.Money, n);

    private static FigureValue WinRate(Sums sums)
    {
        int decided = sums.Wins + sums.Losses;
        if (decided == 0)
        {
            return FigureValue.Undefined("win_rate", FigureUnits.Percent, 0, sums.N == 0 ? FigureReasons.NoTrades : FigureReasons.OnlyBreakeven);
        }

        return new("win_rate", 100m * sums.Wins / decided, FigureUnits.Percent, decided)
        {
            Interval = Distributions.Wilson(sums.Wins, decided),
            LowSample = decided < FigureValue.LowSampleBelow,
        };
    }

    private static FigureValue WinRateOfAll(Sums sums) => sums.N == 0
        ? FigureValue.Undefined("win_rate_all", FigureUnits.Percent, 0, FigureReasons.NoTrades)
        : new("win_rate_all", 100m * sums.Wins / sums.N, FigureUnits.Percent, sums.N)
        {
            Interval = Distributions.Wilson(sums.Wins, sums.N),
            LowSample = sums.N < FigureValue.LowSampleBelow,
        };

    private static FigureValue ProfitFactor(Sums sums)
    {
        if (sums.Losses == 0)
        {
            string reason = sums.Wins > 0 ? FigureReasons.NoLosses : sums.N > 0 ? FigureReasons.OnlyBreakeven : FigureReasons.NoTrades;
            return FigureValue.Undefined("profit_factor", FigureUnits.Ratio, sums.N, reason);
        }

        return new("profit_factor", sums.WinSum / -sums.LossSum, FigureUnits.Ratio, sums.N) { LowSample = sums.N < FigureValue.LowSampleBelow };
    }

    private static FigureValue Expectancy(IReadOnlyList<ClosedTrade> trades, Sums sums) => sums.N == 0
        ? FigureValue.Undefined("expectancy", FigureUnits.Money, 0, FigureReasons.NoTrades)
        : new("expectancy", sums.Net / sums.N, FigureUnits.Money, sums.N)
        {
            Interval = sums.N < 2 ? null : Distributions.MeanInterval([.. trades.Select(trade => trade.Net)]),
            LowSample = sums.N < FigureValue.LowSampleBelow,
        };

    private static FigureValue Average(string id, decimal sum, int count, string reasonWhenNone, int n) => count == 0
        ? FigureValue.Undefined(id, FigureUnits.Money, 0, n == 0 ? FigureReasons.NoTrades : reasonWhenNone)
        : new(id, sum / count, FigureUnits.Money, count) { LowSample = count < FigureValue.LowSampleBelow };

    private static FigureValue PayoffRatio(Sums sums)
    {
        if (sums.Wins == 0 || sums.Losses == 0)
        {
            string reason = sums.N == 0 ? FigureReasons.NoTrades : sums.Losses == 0 ? FigureReasons.NoLosses : FigureReasons.NoWins;
            return FigureValue.Undefined("payoff_ratio", FigureUnits.Ratio, sums.N, reason);
        }

        decimal averageWin = sums.WinSum / sums.Wins;
        decimal averageLoss = -sums.LossSum / sums.Losses;
        return new("payoff_ratio", averageWin / averageLoss, FigureUnits.Ratio, sums.Wins + sums.Losses)
        {
            LowSample = sums.Wins + sums.Losses < FigureValue.LowSampleBelow,
        };
    }

    private static FigureValue DrawdownPercent(Drawdown drawdown, int n)
    {
        if (n == 0 || drawdown.LargestPercent is null)
        {
            return FigureValue.Undefined("max_drawdown_percent", FigureUnits.Percent, n, n == 0 ? FigureReasons.NoTrades : FigureReasons.NoStartBalance);
        }

        return new("max_drawdown_percent", drawdown.LargestPercent, FigureUnits.Percent, n);
    }

    private readonly record struct Sums(int N, int Wins, int Losses, decimal WinSum, decimal LossSum, decimal Gross, decimal Fees)
    {
        public decimal Net => Gross - Fees;

        public int Breakeven => N - Wins - Losses;

        public static Sums Of(IReadOnlyList<ClosedTrade> trades)
        {
            int wins = 0;
            int losses = 0;
            decimal winSum = 0;
            decimal lossSum = 0;
            decimal gross = 0;
            decimal fees = 0;
            foreach (ClosedTrade trade in trades)
            {
                gross += trade.Gross;
                fees += trade.Fees;
                switch (TradeOutcomes.Of(trade.Net))
                {
                    case TradeOutcome.Win:
                        wins++;
                        winSum += trade.Net;
                        break;
                    case TradeOutcome.Loss:
                        losses++;
                        lossSum += trade.Net;
                        break;
                }
            }

            return new Sums(trades.Count, wins, losses, winSum, lossSum, gross, fees);
        }
    }
}
