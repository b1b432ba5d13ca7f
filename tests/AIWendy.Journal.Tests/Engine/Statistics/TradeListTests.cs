using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using FluentAssertions.Execution;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Engine.Statistics;

/// <summary>Real lists of closed trades, every statistic of them against what an independent program computed.</summary>
public sealed class TradeListTests(ITestOutputHelper output)
{
    public static TheoryData<string> Lists { get; } = ["mt4_usd_297", "mt4_small_124", "mt5_1395", "topstepx_486", "freqtrade_StrategyTestV3"];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_statistic_matches(string name)
    {
        if (TradeList.Load(name) is not { } list)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        ExpectedStatistics expected = new(list.Expected);
        using AssertionScope scope = new();
        Figures(list, expected);
        Conventions(list, expected);
        Breakdowns(list, expected);
        Behaviour(list, expected);
        expected.Unread.Should().BeEmpty("every statistic is compared");
    }

    private static void Figures(TradeList list, ExpectedStatistics expected)
    {
        Dictionary<string, FigureValue> figures = TradeStatistics.Compute(list.Trades, list.Start).ToDictionary(figure => figure.Id);
        decimal Of(string id) => figures[id].Value ?? throw new InvalidOperationException($"{id} is undefined: {figures[id].Reason}.");
        foreach ((string field, string id, decimal factor) in new[]
        {
            ("trades", "trades", 1m), ("wins", "wins", 1), ("losses", "losses", 1), ("breakeven", "breakeven", 1), ("win_rate", "win_rate_all", 0.01m),
            ("win_rate_ex_be", "win_rate", 0.01m), ("profit_factor", "profit_factor", 1), ("payoff", "payoff_ratio", 1), ("sqn", "t_statistic", 1),
            ("sqn_cap100", "t_statistic_capped", 1), ("hold_ratio", "hold_ratio", 1), ("days_with_close", "trading_days", 1), ("winning_days", "winning_days", 1),
            ("losing_days", "losing_days", 1), ("streak_win_skip_be", "max_win_streak", 1), ("streak_loss_skip_be", "max_loss_streak", 1),
            ("longest_drawdown_days", "drawdown_days", 1), ("hold_mean_s", "average_hold", 60), ("hold_median_s", "median_hold", 60),
            ("hold_mean_win_s", "average_hold_wins", 60), ("hold_mean_loss_s", "average_hold_losses", 60),
        })
        {
            expected.Ratio(field, Of(id) * factor);
        }

        foreach ((string field, string id, decimal factor) in new[]
        {
            ("net", "net_pnl", 1m), ("gross_profit", "gross_profit", 1), ("gross_loss", "gross_loss", 1), ("expectancy", "expectancy", 1), ("avg_win", "average_win", 1),
            ("avg_loss", "average_loss", -1), ("largest_win", "largest_win", 1), ("largest_loss", "largest_loss", -1), ("max_dd_abs", "max_drawdown", 1),
            ("stdev", "standard_deviation", 1), ("median", "median_trade", 1), ("daily_mean", "daily_mean", 1), ("daily_stdev", "daily_deviation", 1),
        })
        {
            expected.Money(field, Of(id) * factor);
        }

        expected.Money("end_balance", list.Start + Of("net_pnl"));
        expected.Optional("max_dd_pct_of_peak", figures["max_drawdown_percent"].Value);
        expected.Day("best_day", figures["best_day"]);
        expected.Day("worst_day", figures["worst_day"]);
    }

    // Where the file counts otherwise than the journal does: the labelled option that counts alike.
    private static void Conventions(TradeList list, ExpectedStatistics expected)
    {
        StatisticsOptions results = new() { StartBalance = list.Start, Returns = ReturnBasis.Result, Streaks = StreakRule.EndAtBreakeven };
        Dictionary<string, FigureValue> closes = TradeStatistics.Compute(list.Trades, results).ToDictionary(figure => figure.Id);
        Dictionary<string, FigureValue> weekdays = TradeStatistics.Compute(list.Trades, results with { Days = DayBasis.Weekdays }).ToDictionary(figure => figure.Id);
        expected.Ratio("sharpe_daily", closes["sharpe_annual"].Value!.Value);
        expected.Ratio("sortino_daily", closes["sortino_annual"].Value!.Value);
        expected.Ratio("sharpe_daily_weekdays", weekdays["sharpe_annual"].Value!.Value);
        expected.Ratio("weekdays_counted", weekdays["sharpe_annual"].N);
        expected.Ratio("streak_win", closes["max_win_streak"].Value!.Value);
        expected.Ratio("streak_loss", closes["max_loss_streak"].Value!.Value);
    }

    private static void Breakdowns(TradeList list, ExpectedStatistics expected)
    {
        ResultSeries series = ResultSeries.Of(list.Trades, StatisticsOptions.Default);
        foreach ((string field, Func<ClosedTrade, string> key) in new (string, Func<ClosedTrade, string>)[]
        {
            ("by_weekday", trade => Weekday(trade.ClosedAt)),
            ("by_hour", trade => trade.ClosedAt.Hour.ToString(CultureInfo.InvariantCulture)),
            ("by_hour_open", trade => trade.OpenedAt.Hour.ToString(CultureInfo.InvariantCulture)),
            ("by_symbol", trade => trade.Symbol),
            ("by_side", trade => trade.Side == PositionSide.Long ? "buy" : "sell"),
            ("by_month", trade => trade.ClosedAt.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        })
        {
            expected.Cells(field, TradeBreakdown.Of(series, trade => [key(trade)]));
        }

        IReadOnlyList<BreakdownCell> days = TradeBreakdown.Of(series, trade => [trade.OpenedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        expected.Ratio("max_trades_in_a_day", days.Max(day => day.N));
        expected.Ratio("mean_trades_per_active_day", (decimal)series.N / days.Count);
    }

    private static void Behaviour(TradeList list, ExpectedStatistics expected)
    {
        PrecedingCloses preceding = PrecedingCloses.Of(list.Trades, TimeSpan.FromSeconds(300), countOwnClose: true);
        expected.Ratio("opened_after_loss", preceding.AfterLoss);
        expected.Ratio("opened_after_win", preceding.AfterWin);
        expected.Ratio("reentry_5min_after_loss", preceding.QuickAfterLoss);
        expected.Ratio("size_after_loss", preceding.SizeAfterLoss!.Value);
        expected.Ratio("size_after_win", preceding.SizeAfterWin!.Value);
        DispositionAtCloses disposition = DispositionAtCloses.Of(list.Trades.Select((trade, index) => (trade, list.Prices[index].Entry, list.Prices[index].Exit)));
        JsonElement counts = expected.Read("disposition");
        (disposition.RealisedGains, disposition.RealisedLosses, disposition.PaperGains, disposition.PaperLosses)
            .Should().Be((counts.GetProperty("RG").GetInt32(), counts.GetProperty("RL").GetInt32(), counts.GetProperty("PG").GetInt32(), counts.GetProperty("PL").GetInt32()));
        disposition.Effect.Should().BeApproximately(counts.GetProperty("effect").GetDecimal(), 0.0001m);
        expected.Read("first_close").GetString().Should().Be(list.Trades[0].ClosedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        expected.Read("last_close").GetString().Should().Be(list.Trades[^1].ClosedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    private static string Weekday(DateTimeOffset at) => $"{(((int)at.DayOfWeek + 6) % 7) + 1}-{at.DayOfWeek.ToString()[..3]}";
}
