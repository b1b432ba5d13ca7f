namespace AIWendy.Plugins.Journal.Rules;

/// <summary>When a trading day begins and ends, in UTC.</summary>
/// <param name="Start">Its first moment.</param>
/// <param name="End">The first moment of the next one.</param>
internal sealed record DayBounds(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The trading day that a moment belongs to.</summary>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The account's zone.</param>
    /// <param name="cutOff">Local time at which trading days end; null for midnight.</param>
    public static DayBounds Of(DateTimeOffset at, TimeZoneInfo zone, TimeOnly? cutOff)
    {
        TimeOnly end = cutOff ?? TimeOnly.MinValue;
        DateTime local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        DateOnly day = DateOnly.FromDateTime(local);
        DateOnly first = TimeOnly.FromDateTime(local) < end ? day.AddDays(-1) : day;
        return new DayBounds(Moment(first, end, zone), Moment(first.AddDays(1), end, zone));
    }

    // Where clocks skip the time, the day begins when they have skipped it; where it comes twice, with the first one.
    private static DateTimeOffset Moment(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        DateTime local = day.ToDateTime(time, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
