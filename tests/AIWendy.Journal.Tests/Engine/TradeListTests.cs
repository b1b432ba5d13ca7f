using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Engine;

/// <summary>Real lists of closed trades, against statistics that were computed independently.</summary>
public sealed class TradeListTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("mt4_usd_297")]
    [InlineData("mt4_small_124")]
    [InlineData("mt5_1395")]
    [InlineData("topstepx_486")]
    public void Statistics_match(string name)
    {
        if (Fixtures.Find($"trades/{name}.csv") is not { } path)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Fixtures.Find("trades/expected.json")!)).RootElement.GetProperty(name);
        ClosedTrade[] trades = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(Trade).OrderBy(trade => trade.ClosedAt)];
        Dictionary<string, FigureValue> figures = TradeStatistics.Compute(trades, expected.GetProperty("start_balance").GetDecimal()).ToDictionary(figure => figure.Id);

        foreach ((string field, string id, decimal factor) in new[]
        {
            ("trades", "trades", 1m), ("wins", "wins", 1), ("losses", "losses", 1), ("breakeven", "breakeven", 1), ("net", "net_pnl", 1),
            ("win_rate", "win_rate_all", 100), ("win_rate_ex_be", "win_rate", 100), ("profit_factor", "profit_factor", 1), ("expectancy", "expectancy", 1),
            ("avg_win", "average_win", 1), ("avg_loss", "average_loss", -1), ("payoff", "payoff_ratio", 1), ("max_dd_abs", "max_drawdown", 1),
        })
        {
            figures[id].Value.Should().BeApproximately(expected.GetProperty(field).GetDecimal() * factor, 0.0001m, field);
        }
    }

    private static ClosedTrade Trade(string[] cells)
    {
        decimal Number(int column) => decimal.Parse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture);
        DateTimeOffset Time(int column) => DateTimeOffset.Parse(cells[column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new ClosedTrade(Guid.CreateVersion7(), cells[1], cells[2] == "buy" ? PositionSide.Long : PositionSide.Short, 0, Number(11), 0, Time(4), Time(5));
    }
}
