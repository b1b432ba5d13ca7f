namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether gains are realised more readily than losses while other positions stay open (Odean 1998). An observation is
/// a position that could have been closed; both denominators need twenty.
/// </summary>
internal sealed class DispositionDetector : IBehaviourDetector
{
    /// <inheritdoc />
    public string Id => "disposition";

    /// <inheritdoc />
    public int RequiredObservations => 20;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        IReadOnlyList<SaleChoice> sales = DispositionCount.Of(input.Trades, withCosts: true, onlyAmongOthers: true);
        DispositionTotals totals = DispositionTotals.Of(sales);
        int n = Math.Min(totals.Gains, totals.Losses);
        if (n < RequiredObservations || totals.Effect is not { } effect)
        {
            return Finding.Silent(this, n, FindingUnits.Percent);
        }

        // A position that stays open is counted at every sale, so that counts of neighbouring sales go together and the
        // textbook error is too small.
        double error = Math.Max(totals.StandardError, Blocks.StandardError(sales, part => DispositionTotals.Of(part).Effect) ?? Math.Abs(effect));
        Finding finding = new(Id, n, RequiredObservations)
        {
            Effect = 100 * effect,
            EffectUnit = FindingUnits.Percent,
            Score = Observed.Score(effect, 0.5),
            Relevant = effect >= 0.1,
            Evidence = Observed.First(sales.Where(sale => sale.PaperLosses > 0 && sale.RealisedGain).Select(sale => sale.Trade).OrderByDescending(trade => trade.Net)),
            Parts =
            [
                new("gains_realised", 100 * totals.GainRate!.Value, FindingUnits.Percent),
                new("losses_realised", 100 * totals.LossRate!.Value, FindingUnits.Percent),
                new("realised_gains", totals.RealisedGains, FindingUnits.Count),
                new("realised_losses", totals.RealisedLosses, FindingUnits.Count),
                new("paper_gains", totals.PaperGains, FindingUnits.Count),
                new("paper_losses", totals.PaperLosses, FindingUnits.Count),
            ],
        };
        double reach = Significance.StudentQuantile(Blocks.Count - 1) * error;
        return error <= 0
            ? finding with { Reason = FindingReasons.NoVariation }
            : finding with
            {
                PValue = Significance.StudentUpper(effect / error, Blocks.Count - 1),
                Interval = (100 * (effect - reach), 100 * (effect + reach)),
            };
    }
}
