namespace AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

/// <summary>
/// Whether positions are added to at worse prices rather than at better ones. Fills within a minute of each other are
/// one order, not an addition. An observation is a trade that was added to; its first addition counts.
/// </summary>
internal sealed class AveragingDownDetector : IBehaviourDetector
{
    private static readonly TimeSpan SameOrder = TimeSpan.FromSeconds(60);

    /// <inheritdoc />
    public string Id => "averaging_down";

    /// <inheritdoc />
    public int RequiredObservations => 10;

    /// <inheritdoc />
    public Finding Detect(BehaviourInput input)
    {
        Addition[] additions = [.. input.Trades.Select(Added).OfType<Addition>()];
        if (additions.Length < RequiredObservations)
        {
            return Finding.Silent(this, additions.Length, FindingUnits.Percent);
        }

        Addition[] down = [.. additions.Where(addition => addition.Worse)];
        double share = Observed.Percent(down.Length, additions.Length);
        ConfidenceInterval interval = Distributions.Wilson(down.Length, additions.Length);
        return new Finding(Id, additions.Length, RequiredObservations)
        {
            Effect = share,
            EffectUnit = FindingUnits.Percent,
            Interval = ((double)interval.Low, (double)interval.High),
            PValue = Significance.BinomialUpper(down.Length, additions.Length, 0.5),
            Score = Observed.Score(share - 50, 50),
            Relevant = share >= 60,
            Cost = down.Sum(addition => addition.WithoutIt - addition.Trade.Net),
            Evidence = Observed.Worst(down.Select(addition => addition.Trade)),
            Parts =
            [
                new("added_down", down.Length, FindingUnits.Count),
                new("share_of_trades", Observed.Percent(down.Length, input.Trades.Count), FindingUnits.Percent),
            ],
        };
    }

    /// <summary>The first addition to a position, or <see langword="null"/> when it was opened by one order.</summary>
    internal static Addition? Added(BehaviourTrade trade)
    {
        decimal quantity = 0;
        decimal value = 0;
        DateTimeOffset last = DateTimeOffset.MinValue;
        foreach (OpeningFill fill in trade.Entries)
        {
            if (quantity > 0 && fill.At - last > SameOrder && fill.Price != value / quantity)
            {
                decimal average = value / quantity;
                decimal feeShare = trade.Quantity > 0 ? Math.Min(1, quantity / trade.Quantity) : 1;
                decimal withoutIt = ((trade.ExitPrice - average) * trade.Direction * quantity * trade.Multiplier) - (trade.Fees * feeShare);
                return new Addition(trade, (fill.Price - average) * trade.Direction < 0, withoutIt);
            }

            quantity += fill.Quantity;
            value += fill.Quantity * fill.Price;
            last = fill.At;
        }

        return null;
    }

    /// <summary>An addition.</summary>
    /// <param name="Trade">The trade.</param>
    /// <param name="Worse">Whether the price had gone against the position.</param>
    /// <param name="WithoutIt">Net result if nothing had been added, at the same exit price.</param>
    internal sealed record Addition(BehaviourTrade Trade, bool Worse, decimal WithoutIt);
}
