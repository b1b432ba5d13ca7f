using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Journal.Tests.Engine.Statistics;

/// <summary>Books that several tests look at.</summary>
internal static class Vectors
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 15, 0, 0, TimeSpan.Zero);

    /// <summary>Ten trades on six days, with 100 at risk each.</summary>
    public static List<ClosedTrade> SetG() =>
        Trades([(0, 200), (0, -100), (1, -50), (2, 300), (2, 0), (3, -150), (4, 100), (4, 50), (7, -100), (7, 150)], risk: 100);

    /// <summary>Trades by day and net result, an hour apart within a day.</summary>
    public static List<ClosedTrade> Trades((int Day, decimal Net)[] results, decimal? risk = null)
    {
        List<ClosedTrade> trades = [];
        foreach ((int day, decimal net) in results)
        {
            DateTimeOffset closed = Start.AddDays(day).AddHours(trades.Count(trade => trade.ClosedAt.Date == Start.AddDays(day).Date));
            trades.Add(new ClosedTrade(Guid.CreateVersion7(), "ABC", PositionSide.Long, 1000, net, 0, closed.AddMinutes(-10), closed) { Risk = risk, Quantity = 10 });
        }

        return trades;
    }
}
