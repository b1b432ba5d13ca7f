using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>Turns local times into UTC where clocks jump.</summary>
internal static class ZonedTime
{
    /// <summary>
    /// Interprets a local time. An hour that happens twice counts as the first one; one that is skipped counts as if the
    /// clock had not been put forward, which is the moment the clock really showed an hour later.
    /// </summary>
    public static DateTimeOffset ToUtc(DateTime local, TimeSpan? offset, TimeZoneInfo zone)
    {
        DateTime unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (offset is { } stated)
        {
            return new DateTimeOffset(unspecified, stated).ToUniversalTime();
        }

        if (zone.IsAmbiguousTime(unspecified))
        {
            return new DateTimeOffset(unspecified, zone.GetAmbiguousTimeOffsets(unspecified).Max()).ToUniversalTime();
        }

        TimeSpan applied = zone.IsInvalidTime(unspecified) ? zone.GetUtcOffset(unspecified.AddHours(-2)) : zone.GetUtcOffset(unspecified);
        return new DateTimeOffset(unspecified, applied).ToUniversalTime();
    }

    /// <summary>A remark where a local time happened twice or never, otherwise <see langword="null"/>.</summary>
    public static ImportWarning? Doubt(DateTime local, TimeZoneInfo zone, int row)
    {
        DateTime unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(unspecified))
        {
            return new ImportWarning(row, "time_happened_twice", new Text(
                $"{unspecified:yyyy-MM-dd HH:mm} happened twice in {zone.Id}, because clocks were put back. The first one was taken.",
                $"由于时钟回拨，{unspecified:yyyy-MM-dd HH:mm} 在 {zone.Id} 出现了两次，已取第一次。"));
        }

        return zone.IsInvalidTime(unspecified)
            ? new ImportWarning(row, "time_never_happened", new Text(
                $"{unspecified:yyyy-MM-dd HH:mm} never happened in {zone.Id}, because clocks were put forward. It was taken as an hour later. Check the time zone.",
                $"由于时钟拨快，{unspecified:yyyy-MM-dd HH:mm} 在 {zone.Id} 不存在，已按晚一小时处理。请检查时区。"))
            : null;
    }
}
