namespace AIWendy.Plugins.Journal.Engine;

/// <summary>Decides to which day a moment belongs.</summary>
public static class TradingDays
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>
    /// The day of a moment in an account's zone. With a cut-off from noon on, such as 17:00 for futures, what happens at or
    /// after it belongs to the next day; with one before noon, what happens before it belongs to the day before.
    /// </summary>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The account's zone.</param>
    /// <param name="cutOff">Local time at which the trading day ends; <see langword="null"/> for midnight.</param>
    public static DateOnly Of(DateTimeOffset at, TimeZoneInfo zone, TimeOnly? cutOff)
    {
        ArgumentNullException.ThrowIfNull(zone);
        DateTime local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        DateOnly day = DateOnly.FromDateTime(local);
        if (cutOff is not { } end)
        {
            return day;
        }

        TimeOnly time = TimeOnly.FromDateTime(local);
        return end >= Noon
            ? time >= end ? day.AddDays(1) : day
            : time < end ? day.AddDays(-1) : day;
    }
}
