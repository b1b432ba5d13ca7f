namespace AIWendy.Plugins.Analytics.Delivery;

/// <summary>How long to wait after attempts that failed: twice as long each time, scattered, so that nodes and tenants do not return all at once.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Longest wait that a provider may ask for.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>The wait before the next attempt.</summary>
    /// <param name="failures">Attempts that failed one after the other, this one included; at least 1.</param>
    /// <param name="asked">What the provider asked for with <c>Retry-After</c>, or null. It is never undercut.</param>
    /// <param name="scatter">A random number from 0 up to 1.</param>
    public static TimeSpan Of(int failures, TimeSpan? asked, double scatter)
    {
        double doubled = First.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        double seconds = Math.Min(doubled, Longest.TotalSeconds) * (0.5 + (scatter / 2));
        double least = Math.Min(asked?.TotalSeconds ?? 0, LongestAsked.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(seconds, least));
    }
}
