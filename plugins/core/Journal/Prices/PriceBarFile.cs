using System.Globalization;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Prices;

/// <summary>One line of a file of prices.</summary>
internal readonly record struct PriceBarRow(DateTimeOffset From, DateTimeOffset To, decimal Open, decimal High, decimal Low, decimal Close);

/// <summary>
/// Reads prices from text: a heading with time, open, high, low and close, in any order, and one line per bar. A bar lasts
/// as long as the shortest distance between two of them, at most a day.
/// </summary>
internal static class PriceBarFile
{
    /// <summary>Most bars of one file.</summary>
    public const int MostBars = 500_000;

    private static readonly TimeSpan LongestBar = TimeSpan.FromDays(1);

    private static readonly string[] TimeNames = ["time", "date", "datetime", "timestamp", "opentime"];

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="zone">Zone of times that name none.</param>
    /// <returns>The bars by time.</returns>
    /// <exception cref="ProblemException">Code <c>price_bars_unreadable</c>, naming the line.</exception>
    public static IReadOnlyList<PriceBarRow> Read(TextReader text, TimeZoneInfo zone)
    {
        string? heading = text.ReadLine();
        char delimiter = heading is null ? ',' : new[] { ';', '\t', ',' }.MaxBy(candidate => heading.Count(letter => letter == candidate));
        int[] columns = Columns(heading ?? string.Empty, delimiter);
        SortedDictionary<DateTimeOffset, (decimal Open, decimal High, decimal Low, decimal Close)> bars = [];
        int line = 1;
        while (text.ReadLine() is { } row)
        {
            line++;
            if (string.IsNullOrWhiteSpace(row))
            {
                continue;
            }

            string[] cells = row.Split(delimiter, StringSplitOptions.TrimEntries);
            bars[Time(cells, columns[0], zone, line)] =
                (Price(cells, columns[1], line), Price(cells, columns[2], line), Price(cells, columns[3], line), Price(cells, columns[4], line));
            if (bars.Count > MostBars)
            {
                throw Unreadable(line, $"there are more than {MostBars} bars", $"超过 {MostBars} 根");
            }
        }

        return Close(bars);
    }

    private static PriceBarRow[] Close(SortedDictionary<DateTimeOffset, (decimal Open, decimal High, decimal Low, decimal Close)> bars)
    {
        DateTimeOffset[] times = [.. bars.Keys];
        TimeSpan length = LongestBar;
        for (int i = 1; i < times.Length; i++)
        {
            length = TimeSpan.FromTicks(Math.Min(length.Ticks, (times[i] - times[i - 1]).Ticks));
        }

        if (times.Length < 2)
        {
            throw Unreadable(1, "there are fewer than two bars", "少于两根");
        }

        return [.. bars.Select(bar => new PriceBarRow(bar.Key, bar.Key + length, bar.Value.Open, bar.Value.High, bar.Value.Low, bar.Value.Close))];
    }

    private static int[] Columns(string heading, char delimiter)
    {
        string[] names = [.. heading.Trim('\uFEFF').Split(delimiter, StringSplitOptions.TrimEntries).Select(name => name.Trim('"').Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant())];
        int Find(params string[] wanted) => Array.FindIndex(names, wanted.Contains);
        int[] columns = [Find(TimeNames), Find("open", "o"), Find("high", "h"), Find("low", "l"), Find("close", "c")];
        return columns.Contains(-1) ? throw Unreadable(1, "the heading must name time, open, high, low and close", "表头必须包含 time、open、high、low 和 close") : columns;
    }

    private static DateTimeOffset Time(string[] cells, int column, TimeZoneInfo zone, int line)
    {
        string text = column < cells.Length ? cells[column].Trim('"') : string.Empty;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number is > 100_000_000 and < 100_000_000_000_000)
        {
            return number > 100_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time) || time.Year is < 1970 or > 2200)
        {
            throw Unreadable(line, "the time cannot be read", "时间无法读取");
        }

        return time.Kind switch
        {
            DateTimeKind.Utc => new DateTimeOffset(time),
            DateTimeKind.Local => new DateTimeOffset(time).ToUniversalTime(),
            _ => new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUniversalTime(),
        };
    }

    private static decimal Price(string[] cells, int column, int line) =>
        column < cells.Length && decimal.TryParse(cells[column].Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal price) && Math.Abs(price) < 1_000_000_000_000
            ? price
            : throw Unreadable(line, "a price cannot be read", "价格无法读取");

    private static ProblemException Unreadable(int line, string why, string whyZh) =>
        new(422, "price_bars_unreadable", new Text($"Line {line}: {why}.", $"第 {line} 行：{whyZh}。"));
}
