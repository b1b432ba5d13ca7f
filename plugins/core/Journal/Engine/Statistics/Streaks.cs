namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>Wins and losses in a row.</summary>
/// <param name="LongestWin">Most wins in a row.</param>
/// <param name="LongestLoss">Most losses in a row.</param>
/// <param name="Current">The run that the last trade stands in: positive for wins, negative for losses, 0 when there is none.</param>
public sealed record Streaks(int LongestWin, int LongestLoss, int Current)
{
    /// <summary>Counts runs in the order of the closes.</summary>
    public static Streaks Of(IReadOnlyList<TradeOutcome> outcomes, StreakRule rule = StreakRule.SkipBreakeven)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        int win = 0;
        int loss = 0;
        int current = 0;
        foreach (TradeOutcome outcome in outcomes)
        {
            current = outcome switch
            {
                TradeOutcome.Win => Math.Max(current, 0) + 1,
                TradeOutcome.Loss => Math.Min(current, 0) - 1,
                _ => rule == StreakRule.SkipBreakeven ? current : 0,
            };
            win = Math.Max(win, current);
            loss = Math.Max(loss, -current);
        }

        return new Streaks(win, loss, current);
    }
}

/// <summary>
/// Wald and Wolfowitz's runs test: whether wins and losses alternate more or less than by chance. Breakeven trades are
/// dropped. E = 2·W·L ÷ n + 1, variance = 2·W·L·(2·W·L − n) ÷ (n²·(n − 1)), z = (runs − E) ÷ √variance.
/// </summary>
/// <param name="Runs">Runs of equal outcomes.</param>
/// <param name="Expected">Runs expected by chance.</param>
/// <param name="Z">Standardised difference; below zero is streaky. <see langword="null"/> without variance.</param>
public sealed record RunsTest(int Runs, double Expected, double? Z)
{
    /// <summary>Tests a sequence; <see langword="null"/> unless it has both wins and losses.</summary>
    public static RunsTest? Of(IReadOnlyList<TradeOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        double wins = 0;
        double losses = 0;
        int runs = 0;
        TradeOutcome? previous = null;
        foreach (TradeOutcome outcome in outcomes)
        {
            if (outcome == TradeOutcome.Breakeven)
            {
                continue;
            }

            wins += outcome == TradeOutcome.Win ? 1 : 0;
            losses += outcome == TradeOutcome.Loss ? 1 : 0;
            runs += outcome == previous ? 0 : 1;
            previous = outcome;
        }

        if (wins == 0 || losses == 0)
        {
            return null;
        }

        double n = wins + losses;
        double product = 2 * wins * losses;
        double expected = (product / n) + 1;
        double variance = product * (product - n) / (n * n * (n - 1));
        return new RunsTest(runs, expected, variance > 0 ? (runs - expected) / Math.Sqrt(variance) : null);
    }
}
