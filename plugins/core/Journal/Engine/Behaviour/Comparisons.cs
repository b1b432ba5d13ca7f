namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>Whether the values of one group tend to be larger than those of another (Mann-Whitney).</summary>
/// <param name="U">How often a value of the first group is larger, ties half.</param>
/// <param name="Share"><paramref name="U"/> against all pairs: 0.5 when the groups are alike.</param>
/// <param name="Upper">Chance of the first group being at least so much larger.</param>
internal sealed record RankComparison(double U, double Share, double Upper)
{
    /// <summary>Chance of so large a difference in either direction.</summary>
    public double TwoSided => Math.Min(1, 2 * Math.Min(Upper, 1 - Upper));

    /// <summary>Compares two groups, neither empty. The normal approximation with corrections for ties and continuity.</summary>
    public static RankComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        (double[] ranks, double ties) = Ranks.Of([.. first, .. second]);
        double n1 = first.Count;
        double n2 = second.Count;
        double n = n1 + n2;
        double u = ranks.Take(first.Count).Sum() - (n1 * (n1 + 1) / 2);
        double variance = n1 * n2 / 12 * (n + 1 - (ties / (n * (n - 1))));
        double distance = u - (n1 * n2 / 2);
        double corrected = distance - (0.5 * Math.Sign(distance));
        return new RankComparison(u, u / (n1 * n2), variance <= 0 ? 1 : Significance.NormalUpper(corrected / Math.Sqrt(variance)));
    }
}

/// <summary>Welch's test of two means.</summary>
/// <param name="Difference">Mean of the first group minus that of the second.</param>
/// <param name="StandardError">Of the difference.</param>
/// <param name="T">The statistic; 0 when nothing varies.</param>
/// <param name="DegreesOfFreedom">After Welch and Satterthwaite.</param>
internal sealed record MeanComparison(double Difference, double StandardError, double T, double DegreesOfFreedom)
{
    /// <summary>Chance of the first mean being at least so much higher.</summary>
    public double Upper => StandardError <= 0 ? 1 : Significance.StudentUpper(T, DegreesOfFreedom);

    /// <summary>Where the difference lies, at 95 %.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            double half = Significance.StudentQuantile(DegreesOfFreedom) * StandardError;
            return (Difference - half, Difference + half);
        }
    }

    /// <summary>Compares two groups of at least two values.</summary>
    public static MeanComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        (double mean1, double variance1) = Moments(first);
        (double mean2, double variance2) = Moments(second);
        double part1 = variance1 / first.Count;
        double part2 = variance2 / second.Count;
        double error = Math.Sqrt(part1 + part2);
        double freedom = error <= 0
            ? 1
            : (part1 + part2) * (part1 + part2) / ((part1 * part1 / (first.Count - 1)) + (part2 * part2 / (second.Count - 1)));
        return new MeanComparison(mean1 - mean2, error, error <= 0 ? 0 : (mean1 - mean2) / error, freedom);
    }

    /// <summary>Mean and sample variance.</summary>
    public static (double Mean, double Variance) Moments(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        return (mean, values.Count < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}

/// <summary>Wald-Wolfowitz runs of two kinds of outcomes.</summary>
/// <param name="Runs">Stretches of equal outcomes.</param>
/// <param name="Expected">How many chance would give.</param>
/// <param name="Z">Distance in standard deviations: negative when outcomes come in streaks; <see langword="null"/> when all are alike.</param>
internal sealed record RunsComparison(int Runs, double Expected, double? Z)
{
    /// <summary>Counts runs.</summary>
    public static RunsComparison Of(IReadOnlyList<bool> outcomes)
    {
        double wins = outcomes.Count(outcome => outcome);
        double losses = outcomes.Count - wins;
        double n = wins + losses;
        int runs = n == 0 ? 0 : 1;
        for (int i = 1; i < outcomes.Count; i++)
        {
            runs += outcomes[i] == outcomes[i - 1] ? 0 : 1;
        }

        double product = 2 * wins * losses;
        double expected = n == 0 ? 0 : (product / n) + 1;
        double variance = n < 2 ? 0 : product * (product - n) / (n * n * (n - 1));
        return new RunsComparison(runs, expected, variance <= 0 ? null : (runs - expected) / Math.Sqrt(variance));
    }
}

/// <summary>Ranks with the mean rank for ties.</summary>
internal static class Ranks
{
    /// <summary>Ranks from 1, and the sum of t³ − t over groups of ties.</summary>
    public static (double[] Ranks, double Ties) Of(double[] values)
    {
        int[] order = new int[values.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        double[] sorted = [.. values];
        Array.Sort(sorted, order);
        double[] ranks = new double[values.Length];
        double ties = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = from + 1;
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }

            double count = to - from;
            ties += (count * count * count) - count;
            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
        }

        return (ranks, ties);
    }
}
