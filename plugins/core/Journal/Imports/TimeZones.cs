using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>Looks up time zones that a user names.</summary>
internal static class TimeZones
{
    /// <summary>The zone with an IANA name.</summary>
    /// <exception cref="ProblemException">Code <c>time_zone_unknown</c>.</exception>
    public static TimeZoneInfo Find(string name) =>
        IsName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone)
            ? zone
            : throw new ProblemException(400, "time_zone_unknown", Text.Of($"“{(name.Length <= 64 ? name : name[..64])}” is no IANA time zone. Use a name such as America/New_York or UTC.", $"“{(name.Length <= 64 ? name : name[..64])}”不是 IANA 时区。请使用 America/New_York 或 UTC 这样的名称。"));

    // The system looks names up as files below its folder of zones: no way out of it.
    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && (name == "UTC" || name.Contains('/')) && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '_' or '+' or '-')
        && name[0] != '/';
}
