namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>What all detectors state in the same way.</summary>
internal static class Observed
{
    private const int MostEvidence = 10;

    /// <summary>The trades with the lowest results, at most ten.</summary>
    public static IReadOnlyList<Guid> Worst(IEnumerable<BehaviourTrade> trades) => [.. trades.OrderBy(trade => trade.Net).Take(MostEvidence).Select(trade => trade.Id)];

    /// <summary>The first ten.</summary>
    public static IReadOnlyList<Guid> First(IEnumerable<BehaviourTrade> trades) => [.. trades.Take(MostEvidence).Select(trade => trade.Id)];

    /// <summary>What trades lost together; negative when they earned.</summary>
    public static decimal Cost(IEnumerable<BehaviourTrade> trades) => -trades.Sum(trade => trade.Net);

    /// <summary>0 at no effect, 100 from a full one.</summary>
    public static double Score(double effect, double full) => 100 * Math.Clamp(effect / full, 0, 1);

    /// <summary>A share in percent; 0 of nothing.</summary>
    public static double Percent(int count, int n) => n == 0 ? 0 : 100.0 * count / n;
}
