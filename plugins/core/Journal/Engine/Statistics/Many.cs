namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Does independent parts of a computation beside each other where there is enough to do. What each part computes is the same either way.</summary>
internal static class Many
{
    private const int WorthFrom = 20_000;

    /// <summary>Does each part.</summary>
    /// <param name="trades">How many trades each looks at.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="part">Does one.</param>
    public static void Each(int trades, int parts, Action<int> part)
    {
        if (trades >= WorthFrom)
        {
            Parallel.For(0, parts, part);
            return;
        }

        for (int i = 0; i < parts; i++)
        {
            part(i);
        }
    }
}
