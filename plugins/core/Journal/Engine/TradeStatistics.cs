using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Plugins.Journal.Engine;

/// <summary>
/// Statistics over closed trades of one currency. Money stays decimal; nothing is rounded. A win is a result above the
/// breakeven band, a loss one below; what lies within it is breakeven.
/// </summary>
public static class TradeStatistics
{
    /// <summary>The eight figures of the summary, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> SummaryIds =
        ["trades", "net_pnl", "win_rate", "profit_factor", "expectancy", "average_win", "average_loss", "max_drawdown"];

    private static readonly Func<StatisticsInput, IEnumerable<FigureValue>>[] Groups =
    [
        Summary,
        TotalFigures.Of,
        MultipleFigures.Of,
        DrawdownFigures.Of,
        DayFigures.Of,
        ReturnFigures.Of,
        BetFigures.Of,
        StreakFigures.Of,
        HoldingFigures.Of,
        ExcursionFigures.Of,
    ];

    /// <summary>Computes every figure, net and in money.</summary>
    /// <param name="trades">Closed trades by closing time; ties in a stable order.</param>
    /// <param name="startBalance">Equity before the first trade, not negative; the first peak of the drawdown.</param>
    public static IReadOnlyList<FigureValue> Compute(IReadOnlyList<ClosedTrade> trades, decimal startBalance) =>
        Compute(trades, StatisticsOptions.Default with { StartBalance = startBalance });

    /// <summary>Computes every figure.</summary>
    /// <param name="trades">Closed trades of one currency by closing time; ties in a stable order.</param>
    /// <param name="options">How to look at them.</param>
    public static IReadOnlyList<FigureValue> Compute(IReadOnlyList<ClosedTrade> trades, StatisticsOptions options)
    {
        ArgumentNullException.ThrowIfNull(trades);
        ArgumentNullException.ThrowIfNull(options);
        StatisticsInput input = new(trades, options);
        FigureValue[][] groups = new FigureValue[Groups.Length][];
        Many.Each(trades.Count, groups.Length, group => groups[group] = [.. Groups[group](input)]);
        IEnumerable<FigureValue> figures = groups.SelectMany(group => group);
        return input.Series.Exclusions.Count == 0 ? [.. figures] : [.. figures.Select(figure => WithExclusions(figure, input.Series))];
    }

    private static IEnumerable<FigureValue> Summary(StatisticsInput input)
    {
        ResultSeries series = input.Series;
        return
        [
            new("trades", series.N, FigureUnits.Count, series.N),
            input.Figure("net_pnl", series.Unit, () => series.Sum),
            RateFigures.WinRate(series),
            RateFigures.ProfitFactor(series),
            RateFigures.Expectancy(series),
            RateFigures.AverageWin(series),
            RateFigures.AverageLoss(series),
            input.Figure("max_drawdown", series.Unit, () => input.Path.Largest),
            input.Figure("gross_pnl", FigureUnits.Money, () => series.Trades.Sum(trade => trade.Gross)),
            input.Figure("fees", FigureUnits.Money, () => series.Trades.Sum(trade => trade.Fees)),
            new("wins", series.Wins, FigureUnits.Count, series.N),
            new("losses", series.Losses, FigureUnits.Count, series.N),
            new("breakeven", series.Breakeven, FigureUnits.Count, series.N),
            RateFigures.WinRateOfAll(series),
            RateFigures.PayoffRatio(series),
            DrawdownFigures.Percent("max_drawdown_percent", input, input.Path.LargestPercent),
        ];
    }

    // In R every figure says how many trades had a stop.
    private static FigureValue WithExclusions(FigureValue figure, ResultSeries series) => figure.Coverage is not null
        ? figure
        : figure with { Coverage = new FigureCoverage(series.N, series.Total), Exclusions = series.Exclusions };
}
