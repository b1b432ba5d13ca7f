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
}
