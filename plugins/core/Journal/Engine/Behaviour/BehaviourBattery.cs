using AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>
/// Runs all detectors and corrects for their number: with many looks at the same trades, something always stands out.
/// By Benjamini and Hochberg (1995) at 5 %: for a trader without any habit the chance of a single alert stays below that.
/// </summary>
internal static class BehaviourBattery
{
    /// <summary>Share of false alerts that is accepted.</summary>
    public const double Level = 0.05;

    /// <summary>Every detector, in the order in which findings are listed.</summary>
    public static readonly IReadOnlyList<IBehaviourDetector> Detectors =
    [
        new DispositionDetector(),
        new HoldTimeDetector(),
        new RevengeDetector(),
        new LossChasingDetector(),
        new OvertradingDetector(),
        new TradeNumberDetector(),
        new StopDisciplineDetector(),
        new TiltDetector(),
        new SizeAfterWinsDetector(),
        new SizeAfterLossesDetector(),
        new OutcomeStreaksDetector(),
        new SizeFollowsResultDetector(),
        new AveragingDownDetector(),
        new EarlyExitDetector(),
        new FatigueDetector(),
        new RuleCostDetector(),
        new MoodDetector(),
        new RoundNumberDetector(),
        new LargestLossDetector(),
    ];

    /// <summary>Looks for everything.</summary>
    public static IReadOnlyList<Finding> Run(BehaviourInput input)
    {
        Finding[] findings = [.. Detectors.Select(detector => detector.Detect(input))];
        int[] tested = [.. Enumerable.Range(0, findings.Length).Where(index => findings[index].PValue is not null)];
        IReadOnlyList<double> corrected = BenjaminiHochberg.Adjust([.. tested.Select(index => findings[index].PValue!.Value)]);
        for (int i = 0; i < tested.Length; i++)
        {
            Finding finding = findings[tested[i]];
            findings[tested[i]] = finding with { Corrected = corrected[i], Significant = finding.Relevant && corrected[i] <= Level };
        }

        return findings;
    }
}
