using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>
/// Dates with the name of the month: "May 5, 2020, 10:10:57 PM", "05 Jan 2024 14:30", "12 févr. 2024", and the way
/// JavaScript prints them, "Fri Nov 17 2023 10:15:00 GMT-0500 (Eastern Standard Time)".
/// </summary>
internal static partial class WordDates
{
    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "jan ene gen", "feb fév fev", "mar mär mrz maa mrt", "apr avr abr", "may mai mei mag", "jun giu juin", "jul juil lug", "aug aoû aou ago", "sep set", "oct okt ott out", "nov", "dec déc dez dic",
    }.SelectMany((names, index) => names.Split(' ').Select(name => (name, month: index + 1))).ToFrozenDictionary(entry => entry.name, entry => entry.month, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the date.</summary>
    public static bool TryParse(string text, out DateTime local, out TimeSpan? offset)
    {
        local = default;
        offset = null;
        Match match = Pattern().Match(text);
        if (!match.Success || MonthOf(match.Groups["month"].Value) is not { } month)
        {
            return false;
        }

        int day = Number(match.Groups["day"]);
        int year = Number(match.Groups["year"]);
        year = year < 100 ? 2000 + year : year;
        if (year is < 1900 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        string clock = match.Groups["clock"].Value;
        if (clock.Length == 0)
        {
            return true;
        }

        clock = clock.Replace("GMT+", "+", StringComparison.Ordinal).Replace("GMT-", "-", StringComparison.Ordinal);
        if (!TimeText.TryParseTime(clock, out TimeSpan time, out offset))
        {
            return false;
        }

        local += time;
        return true;
    }

    private static int? MonthOf(string word)
    {
        for (int length = Math.Min(4, word.Length); length >= 3; length--)
        {
            if (Months.TryGetValue(word[..length], out int month))
            {
                return month;
            }
        }

        return null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:\p{L}{2,10}\.?,?\s+)?(?:(?<month>\p{L}{3,10})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})|(?<day>\d{1,2})\.?[\s-](?:de\s+)?(?<month>\p{L}{3,10})\.?[\s-](?:de\s+)?(?<year>\d{4}|\d{2})),?(?:\s+(?:at\s+)?(?<clock>\d{1,2}:[^(]*?))?\s*(?:\(.*\))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Pattern();
}
