namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>Chances of observations if there were no habit. "Upper" means at least as large as observed.</summary>
internal static class Significance
{
    private const int NormalFrom = 2000;

    /// <summary>Upper tail of the standard normal distribution; relative error below 2e-7.</summary>
    public static double NormalUpper(double z)
    {
        double x = Math.Abs(z) / Math.Sqrt(2);
        double t = 1 / (1 + (0.5 * x));
        ReadOnlySpan<double> terms =
        [
            -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
        ];
        double sum = 0;
        for (int i = terms.Length - 1; i >= 0; i--)
        {
            sum = (sum * t) + terms[i];
        }

        double tail = 0.5 * t * Math.Exp(-(x * x) + sum);
        return z >= 0 ? tail : 1 - tail;
    }

    /// <summary>Upper tail of Student's t distribution.</summary>
    public static double StudentUpper(double t, double degreesOfFreedom)
    {
        if (double.IsInfinity(t) || degreesOfFreedom > NormalFrom)
        {
            return double.IsInfinity(t) ? (t > 0 ? 0 : 1) : NormalUpper(t);
        }

        double tail = 0.5 * Distributions.IncompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));
        return t >= 0 ? tail : 1 - tail;
    }

    /// <summary>The point of Student's t distribution above which 2.5 % lie.</summary>
    public static double StudentQuantile(double degreesOfFreedom) =>
        degreesOfFreedom > NormalFrom ? Distributions.Z95 : Distributions.StudentQuantile975(Math.Max(1, (int)degreesOfFreedom));

    /// <summary>Fisher's exact test, one-sided: the first group at least this often.</summary>
    public static double FisherUpper(int hitsA, int countA, int hitsB, int countB)
    {
        int hits = hitsA + hitsB;
        double sum = 0;
        for (int k = Math.Min(countA, hits); k >= hitsA; k--)
        {
            sum += Math.Exp(Distributions.LogHypergeometric(k, countA, hits, countA + countB));
        }

        return Math.Min(1, sum);
    }

    /// <summary>At least this many successes in independent trials.</summary>
    public static double BinomialUpper(int hits, int n, double chance)
    {
        double sum = 0;
        for (int k = n; k >= hits; k--)
        {
            sum += Math.Exp(Distributions.LogChoose(n, k) + (k * Math.Log(chance)) + ((n - k) * Math.Log(1 - chance)));
        }

        return Math.Min(1, sum);
    }

    /// <summary>At least this many events where so many are expected.</summary>
    public static double PoissonUpper(int events, double expected)
    {
        if (events == 0)
        {
            return 1;
        }

        double sum = 0;
        for (int k = events; ; k++)
        {
            double term = Math.Exp((k * Math.Log(expected)) - expected - Distributions.LogGamma(k + 1));
            sum += term;
            if (k > expected && term <= sum * 1e-12)
            {
                return Math.Min(1, sum);
            }
        }
    }

    /// <summary>Interval of a difference of two rates by Newcombe's method from Wilson intervals, at 95 %, in percentage points.</summary>
    public static (double Low, double High) RateDifference(int hitsA, int countA, int hitsB, int countB)
    {
        ConfidenceInterval a = Distributions.Wilson(hitsA, countA);
        ConfidenceInterval b = Distributions.Wilson(hitsB, countB);
        double rateA = 100.0 * hitsA / countA;
        double rateB = 100.0 * hitsB / countB;
        double low = Math.Sqrt(Square(rateA - (double)a.Low) + Square((double)b.High - rateB));
        double high = Math.Sqrt(Square((double)a.High - rateA) + Square(rateB - (double)b.Low));
        return (rateA - rateB - low, rateA - rateB + high);

        static double Square(double value) => value * value;
    }

    // With many values on both sides the sum of a random draw is as good as normal (Erdős and Rényi, 1959).
    private static double DrawUpper(double[] all, double partSum, int partCount)
    {
        double mean = all.Average();
        double variance = all.Sum(value => (value - mean) * (value - mean)) / all.Length;
        double spread = Math.Sqrt(variance * partCount * (all.Length - partCount) / (all.Length - 1));
        return spread <= 1e-9 ? 1 : NormalUpper((partSum - (partCount * mean)) / spread);
    }

    /// <summary>Whether a part of the values tends to be larger than the rest, by drawing as many at random, with a fixed seed.</summary>
    /// <param name="all">Every value.</param>
    /// <param name="partSum">Sum over the part.</param>
    /// <param name="partCount">Size of the part.</param>
    public static double PermutationUpper(double[] all, double partSum, int partCount)
    {
        // Sequential after Besag and Clifford (1991): once chance did as well twenty times, more draws say nothing new.
        const int Draws = 1999;
        const int Enough = 20;
        const int Many = 200;
        if (partCount >= Many && all.Length - partCount >= Many)
        {
            return DrawUpper(all, partSum, partCount);
        }

        Random random = new(20261123);
        double[] pool = [.. all];
        int reached = 0;
        for (int draw = 1; draw <= Draws; draw++)
        {
            double sum = 0;
            for (int i = 0; i < partCount; i++)
            {
                int other = random.Next(i, pool.Length);
                (pool[i], pool[other]) = (pool[other], pool[i]);
                sum += pool[i];
            }

            reached += sum >= partSum - 1e-9 ? 1 : 0;
            if (reached == Enough)
            {
                return (double)reached / draw;
            }
        }

        return (reached + 1.0) / (Draws + 1);
    }
}
