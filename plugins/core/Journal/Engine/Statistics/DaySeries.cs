using System.Runtime.InteropServices;

namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>What one trading day brought.</summary>
/// <param name="Day">The day in the account's zone.</param>
/// <param name="Result">Sum of the results of the trades closed that day.</param>
/// <param name="Trades">How many they were.</param>
/// <param name="Wins">Winning ones.</param>
/// <param name="Losses">Losing ones.</param>
public sealed record DayResult(DateOnly Day, decimal Result, int Trades, int Wins, int Losses);

/// <summary>Results by trading day of the close.</summary>
public static class DaySeries
{
    /// <summary>The days on which a trade closed, in order.</summary>
    public static IReadOnlyList<DayResult> Of(ResultSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        Dictionary<DateOnly, Sums> days = [];
        for (int i = 0; i < series.N; i++)
        {
            ref Sums sums = ref CollectionsMarshal.GetValueRefOrAddDefault(days, series.Trades[i].Day, out _);
            sums.Result += series.Values[i];
            sums.Trades++;
            sums.Wins += series.Outcomes[i] == TradeOutcome.Win ? 1 : 0;
            sums.Losses += series.Outcomes[i] == TradeOutcome.Loss ? 1 : 0;
        }

        return [.. days.OrderBy(day => day.Key).Select(day => new DayResult(day.Key, day.Value.Result, day.Value.Trades, day.Value.Wins, day.Value.Losses))];
    }

    /// <summary>The same with every Monday to Friday in between, days without a close at zero.</summary>
    public static IReadOnlyList<DayResult> WithWeekdays(IReadOnlyList<DayResult> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0)
        {
            return days;
        }

        List<DayResult> filled = [];
        int next = 0;
        for (DateOnly day = days[0].Day; next < days.Count; day = day.AddDays(1))
        {
            if (days[next].Day == day)
            {
                filled.Add(days[next++]);
            }
            else if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                filled.Add(new DayResult(day, 0, 0, 0, 0));
            }
        }

        return filled;
    }

    private struct Sums
    {
        public decimal Result;
        public int Trades;
        public int Wins;
        public int Losses;
    }
}
