using System.Diagnostics;
using System.Numerics;

namespace AIWendy.Host.Plugins.Metrics;

/// <summary>
/// Counts durations in buckets that grow with them, four to a doubling, so that a percentile is off by an eighth at most.
/// Threads count in stripes of their own and allocate nothing.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int Buckets = 144;
    private const int Stripes = 4;

    private static readonly double TicksPerMicrosecond = Stopwatch.Frequency / 1_000_000.0;

    private readonly long[][] counts = [.. Enumerable.Range(0, Stripes).Select(_ => new long[Buckets])];

    /// <summary>Counts one duration.</summary>
    /// <param name="ticks">In ticks of <see cref="Stopwatch"/>.</param>
    public void Add(long ticks)
    {
        long microseconds = (long)(Math.Max(0, ticks) / TicksPerMicrosecond);
        ref long count = ref counts[Environment.CurrentManagedThreadId & (Stripes - 1)][IndexOf(microseconds)];
        Interlocked.Increment(ref count);
    }

    /// <summary>The durations below which the given shares of all lie, in milliseconds; zeros while there are none.</summary>
    /// <param name="shares">Each above 0 and at most 1, ascending.</param>
    public double[] Percentiles(params ReadOnlySpan<double> shares)
    {
        long[] sums = new long[Buckets];
        foreach (long[] stripe in counts)
        {
            for (int i = 0; i < Buckets; i++)
            {
                sums[i] += Volatile.Read(ref stripe[i]);
            }
        }

        long total = sums.Sum();
        double[] found = new double[shares.Length];
        if (total == 0)
        {
            return found;
        }

        int next = 0;
        long below = 0;
        for (int i = 0; i < Buckets && next < shares.Length; i++)
        {
            below += sums[i];
            while (next < shares.Length && below >= shares[next] * total)
            {
                found[next++] = MiddleOf(i) / 1000;
            }
        }

        return found;
    }

    private static int IndexOf(long microseconds)
    {
        if (microseconds < 4)
        {
            return (int)microseconds;
        }

        int power = BitOperations.Log2((ulong)microseconds);
        int quarter = (int)(microseconds >> (power - 2)) & 3;
        return Math.Min(((power - 1) * 4) + quarter, Buckets - 1);
    }

    private static double MiddleOf(int index)
    {
        if (index < 4)
        {
            return index + 0.5;
        }

        long width = 1L << ((index / 4) - 1);
        return ((4 + (index % 4)) * width) + (width / 2.0);
    }
}
