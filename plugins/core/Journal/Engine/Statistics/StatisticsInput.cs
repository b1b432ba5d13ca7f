namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>What the groups of figures look at; each part is made once.</summary>
internal sealed class StatisticsInput
{
    public StatisticsInput(IReadOnlyList<ClosedTrade> trades, StatisticsOptions options)
    {
        Options = options;
        Flows = FlowsIn(options);
        ResultSeries series = ResultSeries.Of(trades, options);
        ResultSeries multiples = series;
        IReadOnlyList<DayResult> days = [];
        DrawdownPath? path = null;
        Action[] parts =
        [
            () => path = DrawdownPath.OfTrades(series, Flows),
            () => days = DaySeries.Of(series),
            () => multiples = options.Unit == ResultUnit.R ? series : ResultSeries.Of(trades, options with { Unit = ResultUnit.R }),
        ];
        Many.Each(trades.Count, parts.Length, part => parts[part]());
        Series = series;
        Multiples = multiples;
        Days = days;
        Path = path!;
        DayPath = DrawdownPath.OfDays(Days, Series.Start, Flows);
        Returns = DailyReturns.Of(
            options.Days == DayBasis.Weekdays ? DaySeries.WithWeekdays(Days) : Days, Series.Start, options.Returns, Flows, options.RiskFreeRate);
    }

    public StatisticsOptions Options { get; }

    /// <summary>Results in the unit that was asked for.</summary>
    public ResultSeries Series { get; }

    /// <summary>Results in R, of the trades that have a stop.</summary>
    public ResultSeries Multiples { get; }

    public IReadOnlyList<DayResult> Days { get; }

    public IReadOnlyList<CashFlow> Flows { get; }

    public DrawdownPath Path { get; }

    public DrawdownPath DayPath { get; }

    public DailyReturns Returns { get; }

    public bool IsLow => Series.N < FigureValue.LowSampleBelow;

    /// <summary>A figure over all results, or the reason why there are none.</summary>
    public FigureValue Figure(string id, string unit, Func<decimal> value) =>
        Series.N == 0 ? FigureValue.Undefined(id, unit, 0, Series.EmptyReason) : new(id, value(), unit, Series.N);

    /// <summary>A floating figure, or the reason why there is none.</summary>
    public static FigureValue Figure(string id, string unit, int n, double? value, string reason) =>
        value is { } number && Samples.ToDecimal(number) is { } result ? new(id, result, unit, n) : FigureValue.Undefined(id, unit, n, reason);

    /// <summary>Why a percentage of equity says nothing here.</summary>
    public string NoPercentReason => Series.N == 0 ? Series.EmptyReason : Series.Start <= 0 ? FigureReasons.NoStartBalance : FigureReasons.EquityNotPositive;

    // In percent of the start balance deposits are percent too; in R there is no equity that they could enter.
    private static IReadOnlyList<CashFlow> FlowsIn(StatisticsOptions options) => options.Unit switch
    {
        ResultUnit.Money => options.CashFlows,
        ResultUnit.Percent when options.StartBalance > 0 => [.. options.CashFlows.Select(flow => flow with { Amount = 100 * flow.Amount / options.StartBalance })],
        _ => [],
    };
}
