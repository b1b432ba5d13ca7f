namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether exits lie on round prices more often than the grid of prices has it. Round is the finest of 1 and 5 times a
/// power of ten that is at least twenty ticks wide. An observation is an exit on the grid of its instrument.
/// </summary>
internal sealed class RoundNumberDetector : IBehaviourDetector
{
    private const int LeastPerSymbol = 10;

    /// <inheritdoc />
    public string Id => "round_numbers";

    /// <inheritdoc />
    public int RequiredObservations => 50;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        int n = 0;
        double expected = 0;
        List<BehaviourTrade> round = [];
        foreach (IGrouping<string, BehaviourTrade> symbol in input.Trades.GroupBy(trade => trade.Symbol, StringComparer.Ordinal))
        {
            BehaviourTrade[] trades = [.. symbol];
            if (PriceGrid.Of([.. trades.Select(trade => trade.ExitPrice)]) is not { } grid)
            {
                continue;
            }

            BehaviourTrade[] onGrid = [.. trades.Where(trade => trade.ExitPrice % grid.Tick == 0)];
            if (onGrid.Length >= LeastPerSymbol)
            {
                n += onGrid.Length;
                expected += onGrid.Length * (double)(grid.Tick / grid.Round);
                round.AddRange(onGrid.Where(trade => trade.ExitPrice % grid.Round == 0));
            }
        }

        if (n < RequiredObservations)
        {
            return Finding.Silent(this, n, FindingUnits.Percent);
        }

        double share = Observed.Percent(round.Count, n);
        ConfidenceInterval interval = Distributions.Wilson(round.Count, n);
        return new Finding(Id, n, RequiredObservations)
        {
            Effect = share,
            EffectUnit = FindingUnits.Percent,
            Interval = ((double)interval.Low, (double)interval.High),
            PValue = Significance.PoissonUpper(round.Count, expected),
            Score = Observed.Score(share - (100 * expected / n), 50),
            Relevant = share - (100 * expected / n) >= 5 && round.Count >= 2 * expected,
            Evidence = Observed.First(round.OrderByDescending(trade => trade.ClosedAt)),
            Parts =
            [
                new("round_exits", round.Count, FindingUnits.Count),
                new("expected_share", 100 * expected / n, FindingUnits.Percent),
            ],
        };
    }
}

/// <summary>The prices that an instrument can have, as its trades show them.</summary>
/// <param name="Tick">Smallest step.</param>
/// <param name="Round">Step of round prices.</param>
internal sealed record PriceGrid(decimal Tick, decimal Round)
{
    private const int LeastTicks = 20;
    private const int LeastPrices = 5;
    private const int MostDecimals = 8;
    private const double Usual = 0.9;

    /// <summary>
    /// Finds the grid: as many decimals as nine of ten prices need (averages over several fills have more), and the
    /// largest step that all of these share. <see langword="null"/> when they share no usable one.
    /// </summary>
    public static PriceGrid? Of(decimal[] prices)
    {
        decimal[] valid = [.. prices.Where(price => price > 0)];
        if (valid.Length == 0)
        {
            return null;
        }

        int[] decimals = [.. valid.Select(price => (int)(price / 1.0000000000000000000000000000m).Scale).Order()];
        int usual = decimals[(int)((decimals.Length - 1) * Usual)];
        if (usual > MostDecimals)
        {
            return null;
        }

        decimal unit = 1m;
        for (int i = 0; i < usual; i++)
        {
            unit /= 10;
        }

        decimal step = 0;
        foreach (decimal price in valid.Where(price => price % unit == 0))
        {
            step = GreatestCommonDivisor(step, price / unit);
        }

        decimal tick = step * unit;
        return valid.Distinct().Count() >= LeastPrices && RoundStep(tick) is { } round ? new PriceGrid(tick, round) : null;
    }

    // A tick such as 0.03, which few prices can suggest by accident, fits no round price.
    private static decimal? RoundStep(decimal tick)
    {
        for (decimal step = 0.00000001m; step <= LeastTicks * 1000 * tick; step *= 10)
        {
            foreach (decimal candidate in (decimal[])[step, 5 * step])
            {
                if (candidate >= LeastTicks * tick && candidate % tick == 0)
                {
                    return candidate;
                }
            }
        }

        return null;
    }

    private static decimal GreatestCommonDivisor(decimal left, decimal right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
