namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>Whether results fall with each further trade of the day. An observation is a trade.</summary>
internal sealed class TradeNumberDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "trade_number";

    /// <inheritdoc />
    public int RequiredObservations => 60;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input) => DaySlope.Detect(this, input, entry => entry.NumberOfDay);
}

/// <summary>Whether results fall with each further hour since the first entry of the day. An observation is a trade.</summary>
internal sealed class FatigueDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "fatigue";

    /// <inheritdoc />
    public int RequiredObservations => 60;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input) => DaySlope.Detect(this, input, entry => entry.HoursIntoDay);
}

/// <summary>A line through results over the course of days.</summary>
internal static class DaySlope
{
    private const int LeastDays = 10;

    /// <summary>Fits results over a measure of how far the day has gone.</summary>
    public static Finding Detect(IBehaviourDetector detector, BehaviourInput input, Func<SequenceEntry, double> measure)
    {
        IReadOnlyList<SequenceEntry> entries = input.Sequence.Entries;
        (Func<BehaviourTrade, double?> result, string unit) = Results.Of(input.Trades);
        (double X, double Y, BehaviourTrade Trade)[] points =
            [.. entries.Where(entry => result(entry.Trade) is not null).Select(entry => (measure(entry), result(entry.Trade)!.Value, entry.Trade))];
        if (points.Length < detector.RequiredObservations || input.Days.Count < LeastDays)
        {
            return Finding.Silent(detector, points.Length, unit);
        }

        double[] y = [.. points.Select(point => point.Y)];
        if (LineFit.Of([.. points.Select(point => point.X)], y) is not { } line)
        {
            return Finding.Silent(detector, points.Length, unit, FindingReasons.NoVariation);
        }

        // How much the result falls between the start and the late part of a day, in usual spreads of results.
        double late = Medians.Of(points.Select(point => point.X).Where(x => x > 0).DefaultIfEmpty(0));
        double spread = Math.Sqrt(MeanComparison.Moments(y).Variance);
        double fall = spread <= 0 ? 0 : -line.Slope * late / spread;
        BehaviourTrade[] lateTrades = [.. points.Where(point => point.X > late).Select(point => point.Trade)];
        return new Finding(detector.Id, points.Length, detector.RequiredObservations)
        {
            Effect = line.Slope,
            EffectUnit = unit,
            Interval = line.Interval,
            PValue = line.Lower,
            Score = Observed.Score(fall, 1),
            Relevant = fall >= 0.1,
            Cost = Observed.Cost(lateTrades),
            Evidence = Observed.Worst(lateTrades),
            Parts = [new("late_from", late, FindingUnits.Ratio), new("late_trades", lateTrades.Length, FindingUnits.Count)],
        };
    }
}

/// <summary>In what results are compared: multiples of the planned risk where nearly all trades have a plan, otherwise money.</summary>
internal static class Results
{
    private const double LeastCoverage = 0.8;

    /// <summary>The measure for a set of trades.</summary>
    public static (Func<BehaviourTrade, double?> Of, string Unit) Of(IReadOnlyList<BehaviourTrade> trades) =>
        trades.Count > 0 && trades.Count(trade => trade.Risk is not null) >= LeastCoverage * trades.Count
            ? (trade => trade.Risk is { } risk ? (double)(trade.Net / risk) : null, FindingUnits.R)
            : (trade => (double)trade.Net, FindingUnits.Money);
}
