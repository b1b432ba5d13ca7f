namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether gains are realised more readily than losses while other positions stay open (Odean 1998). An observation is
/// a position that could have been closed; both denominators need twenty.
/// </summary>
internal sealed class DispositionDetector : IBehaviourDetector
{
    private const int LeastSales = 40;

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
        if (n < RequiredObservations || sales.Count < LeastSales || totals.Effect is not { } effect)
        {
            return Finding.Silent(this, n, FindingUnits.Percent);
        }

        // A position that stays open is counted at every sale, so that counts of neighbouring sales go together and the
        // textbook error is too small for the interval.
        double error = Math.Max(totals.StandardError, Blocks.StandardError(block => Without(block, sales).Effect) ?? Math.Abs(effect));
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
        return Chance(sales) is { } chance
            ? finding with { PValue = chance, Interval = (100 * (effect - reach), 100 * (effect + reach)) }
            : finding with { Reason = FindingReasons.NoVariation };
    }

    private static DispositionTotals Without(int block, IReadOnlyList<SaleChoice> sales) =>
        DispositionTotals.Of(sales.Where((_, index) => Blocks.Of(index, sales.Count) != block));

    // Without a habit, each of the positions open at a sale is as likely to be the one sold. Held against that, sale by
    // sale, the number of gains taken can be judged although the same positions stand beside many sales (Mantel and Haenszel).
    private static double? Chance(IReadOnlyList<SaleChoice> sales)
    {
        double expected = 0;
        double variance = 0;
        int taken = 0;
        foreach (SaleChoice sale in sales.Where(sale => sale.RealisedGain || sale.RealisedLoss))
        {
            double open = 1 + sale.PaperGains + sale.PaperLosses;
            double gains = sale.PaperGains + (sale.RealisedGain ? 1 : 0);
            expected += gains / open;
            variance += gains * (open - gains) / (open * open);
            taken += sale.RealisedGain ? 1 : 0;
        }

        return variance <= 0 ? null : Significance.NormalUpper((taken - expected - 0.5) / Math.Sqrt(variance));
    }
}
