namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>How likely a run of bets of one size ends in ruin, as a share from 0 to 1.</summary>
public static class RiskOfRuin
{
    /// <summary>Equal wins and losses: ((1 − A) ÷ (1 + A))^U with A = p − q. The classic gambler's ruin.</summary>
    /// <param name="winRate">Chance of a win, 0 to 1.</param>
    /// <param name="units">Losses in a row that ruin.</param>
    public static double EvenPayoff(double winRate, int units)
    {
        double advantage = (2 * winRate) - 1;
        return advantage <= 0 ? 1 : Math.Pow((1 - advantage) / (1 + advantage), units);
    }

    /// <summary>
    /// The θ above zero with mean(e^(−θR)) = 1; the risk of ruin is at most e^(−θU) (Lundberg's bound, exact for ±1).
    /// <see langword="null"/> when the mean is not positive or nothing was ever lost.
    /// </summary>
    /// <param name="multiples">Results in R.</param>
    public static double? Adjustment(IReadOnlyList<double> multiples)
    {
        ArgumentNullException.ThrowIfNull(multiples);
        if (multiples.Count == 0 || multiples.Average() <= 0 || multiples.Min() >= 0)
        {
            return null;
        }

        double Excess(double theta) => multiples.Average(r => Math.Exp(-theta * r)) - 1;
        double high = 1;
        while (Excess(high) < 0 && high < 1e9)
        {
            high *= 2;
        }

        double low = 0;
        for (int step = 0; step < 100; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Excess(middle) < 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The bound e^(−θU) of results in R; 1 when the mean is not positive, 0 when nothing was ever lost.</summary>
    /// <param name="multiples">Results in R; at least one.</param>
    /// <param name="units">Distance to ruin, in R.</param>
    public static double OfMultiples(IReadOnlyList<double> multiples, int units)
    {
        ArgumentNullException.ThrowIfNull(multiples);
        return multiples.Average() <= 0 ? 1 : Adjustment(multiples) is { } theta ? Math.Exp(-theta * units) : 0;
    }

    /// <summary>
    /// The chance to fall to a share of the capital before reaching a multiple of it, when a share of the capital is bet
    /// as a part of Kelly's: y(x − 1) ÷ (x − y) with x, y the barriers raised to 1 − 2 ÷ k. Source: Schlesinger.
    /// </summary>
    /// <param name="fall">Lower barrier as a share of the capital, between 0 and 1.</param>
    /// <param name="goal">Upper barrier as a multiple of the capital, above 1.</param>
    /// <param name="kellyShare">Part of Kelly's bet, above 0 and below 2.</param>
    public static double BeforeGoal(double fall, double goal, double kellyShare)
    {
        double exponent = 1 - (2 / kellyShare);
        double down = Math.Pow(fall, exponent);
        double up = Math.Pow(goal, exponent);
        return (1 - up) / (down - up);
    }
}
