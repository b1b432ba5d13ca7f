using System.Globalization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>Which of day and month comes first where a date shows neither.</summary>
internal enum DateOrder
{
    /// <summary>12/31/2024.</summary>
    MonthFirst,

    /// <summary>31/12/2024.</summary>
    DayFirst,
}

/// <summary>Reads the dates and times that brokers write.</summary>
internal static class TimeText
{
    /// <summary>Whether a date of the form a/b/year can only be read one way; <see langword="null"/> when both work or another form is used.</summary>
    public static DateOrder? Evidence(string text)
    {
        (int first, int second)? parts = Leading(text);
        return parts switch
        {
            ( > 12, <= 12) => DateOrder.DayFirst,
            ( <= 12, > 12) => DateOrder.MonthFirst,
            _ => null,
        };
    }

    /// <summary>Whether a date has the form a/b/year, so that the order matters.</summary>
    public static bool NeedsOrder(string text) => Leading(text) is not null;

    /// <summary>Whether a date has the form a.b.year. Where people write dates with points, the day comes first.</summary>
    public static bool IsDotted(string text) => NeedsOrder(text) && text.AsSpan().TrimStart().TrimStart("0123456789") is ['.', ..];

    /// <summary>Reads a date with or without a time and an offset.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="order">For dates of the form a/b/year.</param>
    /// <param name="local">Date and time as written.</param>
    /// <param name="offset">Offset as written, or <see langword="null"/>.</param>
    public static bool TryParse(string text, DateOrder order, out DateTime local, out TimeSpan? offset)
    {
        local = default;
        offset = null;
        if (TryEpoch(text, out local))
        {
            offset = TimeSpan.Zero;
            return true;
        }

        Scanner scanner = new(text);
        if (!TryDate(ref scanner, order, out DateOnly date))
        {
            return WordDates.TryParse(text, out local, out offset);
        }

        scanner.Skip(" ,;T");
        if (scanner.AtEnd)
        {
            local = date.ToDateTime(TimeOnly.MinValue);
            return true;
        }

        if (!TryTime(ref scanner, out TimeSpan time) || !TryOffset(ref scanner, out offset))
        {
            return false;
        }

        local = date.ToDateTime(TimeOnly.MinValue) + time;
        return true;
    }

    /// <summary>Reads a time of day, with an offset where it has one.</summary>
    public static bool TryParseTime(string text, out TimeSpan time, out TimeSpan? offset)
    {
        offset = null;
        Scanner scanner = new(text);
        return TryTime(ref scanner, out time) && TryOffset(ref scanner, out offset);
    }

    private static (int First, int Second)? Leading(string text)
    {
        Scanner scanner = new(text);
        int first = scanner.Number(out int digits);
        if (digits is < 1 or > 2 || !scanner.Take("/-."))
        {
            return null;
        }

        int second = scanner.Number(out digits);
        return digits is < 1 or > 2 || !scanner.Take("/-.") ? null : (first, second);
    }

    private static bool TryDate(ref Scanner scanner, DateOrder order, out DateOnly date)
    {
        date = default;
        int first = scanner.Number(out int digits);
        if (digits == 8)
        {
            return TryMake(first / 10000, first / 100 % 100, first % 100, out date);
        }

        // yyyyMMddHHmmss: the scanner stops after nine digits, so it is cut by hand.
        if (digits == 14)
        {
            scanner.Rewind(6);
            return scanner.TryPackedDate(out int packed) && TryMake(packed / 10000, packed / 100 % 100, packed % 100, out date);
        }

        if (digits is not (1 or 2 or 4) || !scanner.Take("/-.年"))
        {
            return false;
        }

        int second = scanner.Number(out int secondDigits);
        if (secondDigits is < 1 or > 2 || !scanner.Take("/-.月"))
        {
            return false;
        }

        int third = scanner.Number(out int thirdDigits);
        scanner.Take("日");
        if (digits == 4)
        {
            return TryMake(first, second, third, out date);
        }

        int year = thirdDigits == 2 ? 2000 + third : third;
        return thirdDigits is 2 or 4 && (order == DateOrder.DayFirst ? TryMake(year, second, first, out date) : TryMake(year, first, second, out date));
    }

    private static bool TryTime(ref Scanner scanner, out TimeSpan time)
    {
        time = default;
        int hour = scanner.Number(out int digits);
        int minute;
        int second = 0;
        if (digits is 5 or 6)
        {
            (hour, minute, second) = (hour / 10000, hour / 100 % 100, hour % 100);
        }
        else if (digits is 1 or 2 && scanner.Take(":"))
        {
            minute = scanner.Number(out int minuteDigits);
            if (minuteDigits != 2)
            {
                return false;
            }

            if (scanner.Take(":"))
            {
                second = scanner.Number(out int secondDigits);
                if (secondDigits != 2)
                {
                    return false;
                }
            }
        }
        else
        {
            return false;
        }

        long fraction = scanner.Take(".,") ? scanner.Fraction() : 0;
        scanner.Skip(" ");
        bool afternoon = scanner.TakeWord("PM") || scanner.TakeWord("下午");
        bool morning = !afternoon && (scanner.TakeWord("AM") || scanner.TakeWord("上午"));
        if ((afternoon || morning) && hour is < 1 or > 12 && hour != 0)
        {
            return hour <= 23 && Make(hour, minute, second, fraction, out time);
        }

        hour = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
        return Make(hour, minute, second, fraction, out time);
    }

    private static bool Make(int hour, int minute, int second, long fraction, out TimeSpan time)
    {
        time = default;
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction);
        return true;
    }

    private static bool TryOffset(ref Scanner scanner, out TimeSpan? offset)
    {
        offset = null;
        scanner.Skip(" ");
        if (scanner.AtEnd)
        {
            return true;
        }

        foreach ((string name, int hours) in Zones)
        {
            if (scanner.TakeWord(name))
            {
                offset = TimeSpan.FromHours(hours);
                return scanner.AtEnd;
            }
        }

        int sign = scanner.Take("+") ? 1 : scanner.Take("-\u2212") ? -1 : 0;
        int value = scanner.Number(out int digits);
        int minutes = digits == 4 ? value % 100 : 0;
        int hour = digits == 4 ? value / 100 : value;
        if (digits is 1 or 2 && scanner.Take(":"))
        {
            minutes = scanner.Number(out _);
        }

        if (sign == 0 || digits is not (1 or 2 or 4) || hour > 14 || minutes > 59 || !scanner.AtEnd)
        {
            return false;
        }

        offset = sign * new TimeSpan(hour, minutes, 0);
        return true;
    }

    private static readonly (string Name, int Hours)[] Zones =
        [("Z", 0), ("UTC", 0), ("GMT", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("PST", -8), ("PDT", -7), ("CEST", 2), ("CET", 1)];

    // Seconds, milliseconds, microseconds or nanoseconds since 1970; the digits tell which.
    private static bool TryEpoch(string text, out DateTime local)
    {
        local = default;
        int point = text.IndexOf('.');
        int digits = point < 0 ? text.Length : point;
        if (digits is not (10 or 13 or 16 or 19) || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        decimal seconds = digits switch { 10 => value, 13 => value / 1_000m, 16 => value / 1_000_000m, _ => value / 1_000_000_000m };
        if (seconds is < 100_000_000m or > 7_000_000_000m)
        {
            return false;
        }

        local = DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryMake(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }
}
