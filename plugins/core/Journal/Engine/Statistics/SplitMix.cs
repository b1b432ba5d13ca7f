namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>A small generator of random numbers whose sequence depends on the seed alone, on every machine. Source: Steele, Lea and Flood, SplitMix64.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 to below a limit.</summary>
    public int Next(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    private ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
