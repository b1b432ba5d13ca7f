namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>The results of closed trades in one view and unit, with the sums that most figures share.</summary>
public sealed class ResultSeries
{
    private ResultSeries(IReadOnlyList<ClosedTrade> trades, decimal[] values, TradeOutcome[] outcomes, int total, StatisticsOptions options, IReadOnlyList<FigureExclusion> exclusions)
    {
        Trades = trades;
        Values = values;
        Outcomes = outcomes;
        Total = total;
        Exclusions = exclusions;
        Unit = UnitOf(options.Unit);
        Start = options.Unit switch { ResultUnit.Money => options.StartBalance, ResultUnit.Percent => 100, _ => 0 };
        EmptyReason = total == 0 ? FigureReasons.NoTrades : exclusions.Count == 0 ? FigureReasons.NoTrades : exclusions[0].Reason;
        for (int i = 0; i < values.Length; i++)
        {
            Sum += values[i];
            switch (outcomes[i])
            {
                case TradeOutcome.Win:
                    Wins++;
                    WinSum += values[i];
                    break;
                case TradeOutcome.Loss:
                    Losses++;
                    LossSum -= values[i];
                    break;
            }
        }
    }

    /// <summary>The trades that count, by closing time.</summary>
    public IReadOnlyList<ClosedTrade> Trades { get; }

    /// <summary>Their results, in <see cref="Unit"/>.</summary>
    public IReadOnlyList<decimal> Results => Values;

    /// <summary>How each of them ended, decided in money.</summary>
    public IReadOnlyList<TradeOutcome> Ends => Outcomes;

    /// <summary>One of <see cref="FigureUnits"/>: money, percent or r.</summary>
    public string Unit { get; }

    /// <summary>Equity before the first trade, in <see cref="Unit"/>; 0 in R.</summary>
    public decimal Start { get; }

    /// <summary>Trades of the selection, whether they count or not.</summary>
    public int Total { get; }

    /// <summary>Trades that count.</summary>
    public int N => Values.Length;

    /// <summary>Winning trades.</summary>
    public int Wins { get; }

    /// <summary>Losing trades.</summary>
    public int Losses { get; }

    /// <summary>Trades within the breakeven band.</summary>
    public int Breakeven => N - Wins - Losses;

    /// <summary>Sum of all results.</summary>
    public decimal Sum { get; }

    /// <summary>Sum of the winning results.</summary>
    public decimal WinSum { get; }

    /// <summary>Sum of the losing results, as a positive number.</summary>
    public decimal LossSum { get; }

    /// <summary>What was left out and why.</summary>
    public IReadOnlyList<FigureExclusion> Exclusions { get; }

    /// <summary>Why there is nothing, when <see cref="N"/> is 0.</summary>
    public string EmptyReason { get; }

    internal decimal[] Values { get; }

    internal TradeOutcome[] Outcomes { get; }

    /// <summary>Looks at trades.</summary>
    /// <param name="trades">Closed trades of one currency by closing time; ties in a stable order.</param>
    /// <param name="options">How to look at them.</param>
    public static ResultSeries Of(IReadOnlyList<ClosedTrade> trades, StatisticsOptions options)
    {
        ArgumentNullException.ThrowIfNull(trades);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Unit == ResultUnit.Percent && options.StartBalance <= 0)
        {
            return new ResultSeries([], [], [], trades.Count, options, trades.Count == 0 ? [] : [new(FigureReasons.NoStartBalance, trades.Count)]);
        }

        return options.Unit == ResultUnit.R ? OfMultiples(trades, options) : OfMoney(trades, options);
    }

    /// <summary>The result of one trade, in money.</summary>
    public static decimal Money(ClosedTrade trade, ResultView view)
    {
        ArgumentNullException.ThrowIfNull(trade);
        return view == ResultView.Net ? trade.Gross - trade.Fees : trade.Gross;
    }

    /// <summary>The unit of results as figures name it.</summary>
    public static string UnitOf(ResultUnit unit) => unit switch
    {
        ResultUnit.Money => FigureUnits.Money,
        ResultUnit.Percent => FigureUnits.Percent,
        _ => FigureUnits.R,
    };

    private static ResultSeries OfMoney(IReadOnlyList<ClosedTrade> trades, StatisticsOptions options)
    {
        decimal[] values = new decimal[trades.Count];
        TradeOutcome[] outcomes = new TradeOutcome[trades.Count];
        for (int i = 0; i < values.Length; i++)
        {
            decimal money = Money(trades[i], options.View);
            outcomes[i] = TradeOutcomes.Of(money, options.BandOf(trades[i].AccountId));
            values[i] = options.Unit == ResultUnit.Percent ? 100 * money / options.StartBalance : money;
        }

        return new ResultSeries(trades, values, outcomes, trades.Count, options, []);
    }

    private static ResultSeries OfMultiples(IReadOnlyList<ClosedTrade> trades, StatisticsOptions options)
    {
        List<ClosedTrade> used = [];
        List<decimal> values = [];
        List<TradeOutcome> outcomes = [];
        int withoutStop = 0;
        int withoutRisk = 0;
        foreach (ClosedTrade trade in trades)
        {
            switch (trade.Risk)
            {
                case null:
                    withoutStop++;
                    break;
                case <= 0:
                    withoutRisk++;
                    break;
                case { } risk:
                    decimal money = Money(trade, options.View);
                    used.Add(trade);
                    values.Add(money / risk);
                    outcomes.Add(TradeOutcomes.Of(money, options.BandOf(trade.AccountId)));
                    break;
            }
        }

        FigureExclusion[] exclusions = [.. new[] { new FigureExclusion(FigureReasons.NoStop, withoutStop), new FigureExclusion(FigureReasons.NoRisk, withoutRisk) }.Where(part => part.Count > 0)];
        return new ResultSeries(used, [.. values], [.. outcomes], trades.Count, options, exclusions);
    }
}
