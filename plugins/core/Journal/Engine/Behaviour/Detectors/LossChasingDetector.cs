namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether more is put at stake in the second half of days whose first half lost (Coval and Shumway 2005). The halves
/// meet at the median time of all entries. An observation is a day with trades in both halves.
/// </summary>
internal sealed class LossChasingDetector : IBehaviourDetector
{
    private const int LeastOfEach = 8;

    /// <inheritdoc />
    public string Id => "loss_chasing";

    /// <inheritdoc />
    public int RequiredObservations => 30;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        List<Day> days = Days(input);
        Day[] afterLoss = [.. days.Where(day => day.Morning < 0)];
        Day[] afterGain = [.. days.Where(day => day.Morning > 0)];
        if (days.Count < RequiredObservations || Math.Min(afterLoss.Length, afterGain.Length) < LeastOfEach)
        {
            return Finding.Silent(this, days.Count, FindingUnits.Percent);
        }

        double usual = days.Average(day => day.Stake);
        Day[] chased = [.. afterLoss.Where(day => day.Stake > usual)];
        int control = afterGain.Count(day => day.Stake > usual);
        double difference = Observed.Percent(chased.Length, afterLoss.Length) - Observed.Percent(control, afterGain.Length);
        BehaviourTrade[] trades = [.. chased.SelectMany(day => day.Afternoon)];
        return new Finding(Id, days.Count, RequiredObservations)
        {
            Effect = difference,
            EffectUnit = FindingUnits.Percent,
            Interval = Significance.RateDifference(chased.Length, afterLoss.Length, control, afterGain.Length),
            PValue = Significance.FisherUpper(chased.Length, afterLoss.Length, control, afterGain.Length),
            Score = Observed.Score(difference, 60),
            Relevant = difference >= 10,
            Cost = Observed.Cost(trades),
            Evidence = Observed.Worst(trades),
            Parts =
            [
                new("rate_after_loss", Observed.Percent(chased.Length, afterLoss.Length), FindingUnits.Percent),
                new("rate_after_gain", Observed.Percent(control, afterGain.Length), FindingUnits.Percent),
                new("days_after_loss", afterLoss.Length, FindingUnits.Count),
                new("days_after_gain", afterGain.Length, FindingUnits.Count),
                new("chased_days", chased.Length, FindingUnits.Count),
            ],
        };
    }

    private static List<Day> Days(BehaviourInput input)
    {
        List<Day> days = [];
        if (input.Trades.Count == 0)
        {
            return days;
        }

        double split = Medians.Of(input.Trades.Select(trade => trade.OpenedLocal.TimeOfDay.TotalMinutes));
        Dictionary<string, double> usual = input.Trades
            .GroupBy(trade => trade.Symbol, StringComparer.Ordinal)
            .ToDictionary(symbol => symbol.Key, symbol => Medians.Of(symbol.Select(trade => (double)trade.Notional)), StringComparer.Ordinal);
        foreach (TradingDay day in input.Days)
        {
            BehaviourTrade[] afternoon = [.. day.Entries.Select(entry => entry.Trade).Where(trade => trade.OpenedLocal.TimeOfDay.TotalMinutes > split)];
            BehaviourTrade[] morning =
            [
                .. day.Entries.Select(entry => entry.Trade)
                    .Where(trade => trade.ClosedLocal.Date == trade.OpenedLocal.Date && trade.ClosedLocal.TimeOfDay.TotalMinutes <= split),
            ];
            if (morning.Length > 0 && afternoon.Length > 0)
            {
                days.Add(new Day(morning.Sum(trade => trade.Net), afternoon, afternoon.Sum(trade => Stake(trade, usual[trade.Symbol]))));
            }
        }

        return days;
    }

    // Stakes count in usual sizes of their instrument: a future's notional beside a share's would say nothing.
    private static double Stake(BehaviourTrade trade, double usual) => usual > 0 ? (double)trade.Notional / usual : 1;

    private sealed record Day(decimal Morning, BehaviourTrade[] Afternoon, double Stake);
}
