namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>What a trade would have made had its last exit come at another price. Source: TraderSync.</summary>
public static class RollingExit
{
    /// <summary>The gross result when only the last closing fill moves.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="price">The price at the later time.</param>
    public static decimal Reprice(RoundTrip trade, decimal price)
    {
        ArgumentNullException.ThrowIfNull(trade);
        Fill last = trade.Fills.Last(fill => !fill.Opens);
        decimal move = (price - last.Price) * last.Quantity * trade.Multiplier;
        return trade.Gross + (trade.Side == PositionSide.Long ? move : -move);
    }
}
