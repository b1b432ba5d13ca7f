using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Journal.Tests.Engine.Statistics;

public sealed class BreakdownTests
{
    [Fact]
    public void Small_cells_are_hidden_or_grey_and_only_the_others_are_tested()
    {
        List<ClosedTrade> trades = [.. Of("FEW", 4, 10), .. Of("SOME", 19, 5), .. Of("MANY", 20, -8)];

        BreakdownCell[] cells = [.. TradeBreakdown.Of(ResultSeries.Of(trades, StatisticsOptions.Default), trade => [trade.Symbol])];

        cells.Select(cell => (cell.Key, cell.N, cell.Shown)).Should().Equal(("FEW", 4, CellVisibility.Hidden), ("SOME", 19, CellVisibility.Grey), ("MANY", 20, CellVisibility.Full));
        cells[0].P.Should().BeNull();
        cells[1].Adjusted.Should().BeGreaterThanOrEqualTo(cells[1].P!.Value);
        cells[2].IsSignificant.Should().BeTrue();
        cells.Sum(cell => cell.Sum).Should().Be(trades.Sum(trade => trade.Net));
    }

    [Fact]
    public void Random_books_rarely_have_a_significant_cell()
    {
        Random random = new(20261123);
        int alarms = 0;
        for (int book = 0; book < 300; book++)
        {
            List<ClosedTrade> trades = Vectors.Trades([.. Enumerable.Range(0, 120).Select(i => (i, (decimal)Math.Round((random.NextDouble() - 0.5) * 200, 2)))]);
            ResultSeries series = ResultSeries.Of(trades, StatisticsOptions.Default);
            alarms += TradeBreakdown.Of(series, trade => [trade.ClosedAt.DayOfWeek.ToString()]).Any(cell => cell.IsSignificant) ? 1 : 0;
        }

        alarms.Should().BeLessThan(300 * 15 / 100);
    }

    [Fact]
    public void A_trade_may_stand_in_several_cells_or_in_none()
    {
        List<ClosedTrade> trades = Vectors.SetG();

        IReadOnlyList<BreakdownCell> cells = TradeBreakdown.Of(ResultSeries.Of(trades, StatisticsOptions.Default), trade => trade.Net > 0 ? ["a", "b"] : []);

        cells.Select(cell => cell.N).Should().Equal(5, 5);
        cells[0].WinRate.Should().Be(100);
        cells[0].ProfitFactor.Should().BeNull();
    }

    private static IEnumerable<ClosedTrade> Of(string symbol, int count, decimal net) =>
        Vectors.Trades([.. Enumerable.Range(0, count).Select(i => (i, net + (i % 3)))]).Select(trade => trade with { Symbol = symbol });
}
