using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Journal.Tests.Engine;

/// <summary>Short ways to write fills.</summary>
internal static class Books
{
    public static readonly Guid Account = new("00000000-0000-0000-0000-00000000000a");

    private static readonly DateTimeOffset Start = new(2025, 1, 2, 14, 30, 0, TimeSpan.Zero);

    /// <summary>Fills a minute apart: "B100@10 fee 1" is (Buy, 100, 10, 1).</summary>
    public static List<Execution> Of(decimal multiplier, params (FillSide Side, decimal Quantity, decimal Price, decimal Fee)[] fills) =>
        [.. fills.Select((fill, index) => Fill(index, fill.Side, fill.Quantity, fill.Price, fill.Fee, multiplier))];

    public static Execution Fill(int minute, FillSide side, decimal quantity, decimal price, decimal fee = 0, decimal multiplier = 1, string symbol = "ABC") =>
        new(Guid.CreateVersion7(), new PositionKey(Account, symbol, "USD"), side, quantity, price, fee, multiplier, Start.AddMinutes(minute), 0, minute + 2);

    /// <summary>Closed trades with these net results, an hour apart.</summary>
    public static List<ClosedTrade> Trades(params decimal[] nets) =>
        [.. nets.Select((net, index) => new ClosedTrade(Guid.CreateVersion7(), "ABC", PositionSide.Long, 1000, net, 0, Start.AddHours(index), Start.AddHours(index).AddMinutes(10)))];
}
