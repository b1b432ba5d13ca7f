using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Journal.Tests.Engine.Statistics;

/// <summary>Holds over 1,000 random books; the seed is fixed, so a failure repeats.</summary>
public sealed class StatisticsProperties
{
    [Fact]
    public void A_wider_breakeven_band_never_adds_a_win_or_a_loss_and_never_loses_a_trade()
    {
        foreach (List<ClosedTrade> trades in RandomBooks())
        {
            (int wins, int losses) = (int.MaxValue, int.MaxValue);
            foreach (decimal band in new[] { 0m, 0.01m, 10, 50, 1000 })
            {
                ResultSeries series = ResultSeries.Of(trades, new StatisticsOptions { BreakevenBand = band });
                (series.Wins <= wins && series.Losses <= losses).Should().BeTrue();
                (series.Wins + series.Losses + series.Breakeven).Should().Be(trades.Count);
                (series.WinSum - series.LossSum + series.Values.Where((_, i) => series.Outcomes[i] == TradeOutcome.Breakeven).Sum()).Should().Be(series.Sum);
                (wins, losses) = (series.Wins, series.Losses);
            }
        }
    }

    [Fact]
    public void Every_figure_has_either_a_value_or_a_reason_and_every_id_comes_once()
    {
        foreach (List<ClosedTrade> trades in RandomBooks())
        {
            IReadOnlyList<FigureValue> figures = TradeStatistics.Compute(trades, 1000);

            figures.Should().OnlyContain(figure => (figure.Value == null) != (figure.Reason == null));
            figures.Select(figure => figure.Id).Should().OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void Drawdown_lies_between_the_largest_loss_and_all_losses_and_agrees_with_the_plain_form()
    {
        foreach (List<ClosedTrade> trades in RandomBooks())
        {
            ResultSeries series = ResultSeries.Of(trades, new StatisticsOptions { StartBalance = 100_000 });
            DrawdownPath path = DrawdownPath.OfTrades(series, []);
            Drawdown plain = Drawdown.Of(series.Results, 100_000);

            (path.Largest, path.LargestPercent).Should().Be((plain.Largest, plain.LargestPercent));
            (path.Largest <= series.LossSum && path.Largest >= series.Results.Select(value => -value).Append(0).Max()).Should().BeTrue();
        }
    }

    [Fact]
    public void Days_add_up_to_the_trades()
    {
        foreach (List<ClosedTrade> trades in RandomBooks())
        {
            ResultSeries series = ResultSeries.Of(trades, StatisticsOptions.Default);
            IReadOnlyList<DayResult> days = DaySeries.Of(series);

            days.Sum(day => day.Result).Should().Be(series.Sum);
            days.Sum(day => day.Trades).Should().Be(series.N);
            DaySeries.WithWeekdays(days).Sum(day => day.Result).Should().Be(series.Sum);
        }
    }

    private static IEnumerable<List<ClosedTrade>> RandomBooks()
    {
        Random random = new(20261124);
        for (int book = 0; book < 1000; book++)
        {
            int day = 0;
            yield return Vectors.Trades(
            [
                .. Enumerable.Range(0, random.Next(0, 25)).Select(_ => (day += random.Next(3), random.Next(6) == 0 ? 0 : random.Next(-9000, 9000) / 100m)),
            ],
            random.Next(3) == 0 ? null : 25);
        }
    }
}
