namespace AIWendy.Plugins.Journal.Engine;

/// <summary>The few probability functions that intervals and tests need.</summary>
public static class Distributions
{
    /// <summary>The 97.5 % point of the normal distribution.</summary>
    public const double Z95 = 1.959963984540054;

    /// <summary>Wilson score interval of a rate, at 95 %, in percent.</summary>
    /// <param name="hits">Successes.</param>
    /// <param name="n">Trials, at least 1.</param>
    public static ConfidenceInterval Wilson(int hits, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        double p = (double)hits / n;
        double z2 = Z95 * Z95;
        double denominator = 1 + (z2 / n);
        double centre = (p + (z2 / (2 * n))) / denominator;
        double half = Z95 * Math.Sqrt((p * (1 - p) / n) + (z2 / (4.0 * n * n))) / denominator;
        return new ConfidenceInterval(
            hits == 0 ? 0 : Percent(centre - half),
            hits == n ? 100 : Percent(centre + half),
            0.95m);
    }

    /// <summary>Interval of a mean by Student's t, at 95 %.</summary>
    /// <param name="values">At least two values.</param>
    public static ConfidenceInterval MeanInterval(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2);
        decimal mean = values.Sum() / values.Count;
        double squares = 0;
        foreach (decimal value in values)
        {
            double distance = (double)(value - mean);
            squares += distance * distance;
        }

        double standardError = Math.Sqrt(squares / (values.Count - 1)) / Math.Sqrt(values.Count);
        decimal half = (decimal)(StudentQuantile975(values.Count - 1) * standardError);
        return new ConfidenceInterval(mean - half, mean + half, 0.95m);
    }

    /// <summary>The same, or <see langword="null"/> where nothing can be said: below two values, or when all are equal.</summary>
    public static ConfidenceInterval? MeanIntervalOrNull(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (int i = 1; i < values.Count; i++)
        {
            if (values[i] != values[0])
            {
                return MeanInterval(values);
            }
        }

        return null;
    }

    /// <summary>The chance of a value at least this far from zero under Student's t distribution, on both sides.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="degreesOfFreedom">Above zero; need not be whole.</param>
    public static double StudentTwoSided(double t, double degreesOfFreedom) =>
        IncompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    /// <summary>The 97.5 % point of Student's t distribution.</summary>
    public static double StudentQuantile975(int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        double low = 1.9;
        double high = 12.8;
        for (int step = 0; step < 80; step++)
        {
            double middle = (low + high) / 2;
            double tail = 0.5 * IncompleteBeta(degreesOfFreedom / 2.0, 0.5, degreesOfFreedom / (degreesOfFreedom + (middle * middle)));
            (low, high) = tail > 0.025 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Fisher's exact test, two-sided: the chance of a table at most as likely as this one.</summary>
    /// <param name="hitsA">Successes in the first group.</param>
    /// <param name="countA">Size of the first group.</param>
    /// <param name="hitsB">Successes in the second group.</param>
    /// <param name="countB">Size of the second group.</param>
    public static double FisherTwoSided(int hitsA, int countA, int hitsB, int countB)
    {
        int hits = hitsA + hitsB;
        int total = countA + countB;
        double observed = LogHypergeometric(hitsA, countA, hits, total);
        double sum = 0;
        for (int k = Math.Max(0, hits - countB); k <= Math.Min(countA, hits); k++)
        {
            double probability = LogHypergeometric(k, countA, hits, total);
            if (probability <= observed + 1e-7)
            {
                sum += Math.Exp(probability);
            }
        }

        return Math.Min(1, sum);
    }

    private static decimal Percent(double share) => (decimal)Math.Clamp(share, 0, 1) * 100;

    internal static double LogHypergeometric(int k, int drawn, int hits, int total) =>
        LogChoose(hits, k) + LogChoose(total - hits, drawn - k) - LogChoose(total, drawn);

    internal static double LogChoose(int n, int k) => LogGamma(n + 1) - LogGamma(k + 1) - LogGamma(n - k + 1);

    // Lanczos, g = 7, nine terms: about 15 digits.
    internal static double LogGamma(double x)
    {
        ReadOnlySpan<double> terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
            12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        x -= 1;
        double sum = terms[0];
        for (int i = 1; i < terms.Length; i++)
        {
            sum += terms[i] / (x + i);
        }

        double t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    // Regularised incomplete beta function by its continued fraction (Lentz).
    internal static double IncompleteBeta(double a, double b, double x)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2)
            ? front * BetaFraction(a, b, x) / a
            : 1 - (front * BetaFraction(b, a, 1 - x) / b);
    }

    private static double BetaFraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double result = d;
        for (int m = 1; m <= 300; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            double step = d * c;
            result *= step;
            if (Math.Abs(step - 1) < 1e-15)
            {
                break;
            }
        }

        return result;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
