using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Models.Streaming;

/// <summary>Reads how long a server asks to wait, in all the ways in which servers say it.</summary>
internal static partial class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The time to wait, or <see langword="null"/> when the server does not say.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now) =>
        Milliseconds(headers) ?? Standard(headers, now) ?? Reset(headers, now);

    private static TimeSpan? Milliseconds(HttpResponseHeaders headers) =>
        First(headers, "retry-after-ms") is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Bounded(value / 1000)
            : null;

    private static TimeSpan? Standard(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (First(headers, "Retry-After") is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds))
        {
            return Bounded(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? Bounded((date - now).TotalSeconds)
            : null;
    }

    private static TimeSpan? Reset(HttpResponseHeaders headers, DateTimeOffset now)
    {
        TimeSpan? longest = null;
        foreach (string kind in (ReadOnlySpan<string>)["", "-requests", "-tokens"])
        {
            // Only an exhausted budget makes the caller wait; the others reset without concern for this request.
            bool isExhausted = kind.Length == 0 || First(headers, "x-ratelimit-remaining" + kind) is "0";
            if (isExhausted && First(headers, "x-ratelimit-reset" + kind) is { } text && Duration(text, now) is { } wait && !(wait < longest))
            {
                longest = wait;
            }
        }

        return longest;
    }

    private static TimeSpan? Duration(string text, DateTimeOffset now)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            // A large number is a moment: seconds or milliseconds since 1970.
            return number switch
            {
                > 1e11 => Bounded((number / 1000) - now.ToUnixTimeSeconds()),
                > 1e8 => Bounded(number - now.ToUnixTimeSeconds()),
                _ => Bounded(number),
            };
        }

        double seconds = 0;
        MatchCollection parts = Parts().Matches(text);
        foreach (Match part in parts)
        {
            double value = double.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            seconds += part.Groups[2].Value switch { "ms" => value / 1000, "s" => value, "m" => value * 60, "h" => value * 3600, _ => value * 86400 };
        }

        return parts.Count > 0 ? Bounded(seconds) : null;
    }

    private static TimeSpan? Bounded(double seconds) => double.IsFinite(seconds)
        ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds))
        : null;

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault()?.Trim() : null;

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(ms|s|m|h|d)", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
