using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Cells of a dimension with their names.</summary>
internal sealed record BreakdownResult(
    string Dimension, TradeMoment By, string? Currency, string Unit, int Trades, IReadOnlyList<BreakdownCell> Cells, IReadOnlyList<Text> Labels);

/// <summary>Drawn courses with what they were drawn from.</summary>
internal sealed record CoursesResult(string? Currency, string Unit, MonteCarloOptions Options, MonteCarloResult Result);

/// <summary>Breakdowns and simulations over the trades of a filter.</summary>
internal static class TradeCourses
{
    /// <summary>Groups the trades of a filter.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>: there is no such dimension.</exception>
    public static Task<BreakdownResult> BreakdownAsync(
        this TradeAnalysis analysis, string dimension, TradeMoment moment, TradeFilter filter, TradeView view, CancellationToken cancellationToken) => analysis.ComputeAsync(
            filter,
            dimension switch { "size" => TradeDetail.Sizes, "tag" or "setup" => TradeDetail.Marks, _ => TradeDetail.Results },
            $"breakdown|{dimension}|{moment}|{view}",
            selection =>
            {
                TradeDimension found = TradeDimension.Of(dimension, moment, selection);
                ResultSeries series = ResultSeries.Of(selection.ClosedTrades, selection.Options(view));
                BreakdownCell[] cells = [.. found.Order(TradeBreakdown.Of(series, found.Keys))];
                return new BreakdownResult(dimension, moment, selection.Currency, series.Unit, series.N, cells, [.. cells.Select(cell => found.Label(cell.Key))]);
            },
            cancellationToken);

    /// <summary>Draws further courses from the results of a filter.</summary>
    /// <param name="analysis">Where the trades are.</param>
    /// <param name="filter">Which trades.</param>
    /// <param name="view">Unit of the results.</param>
    /// <param name="options">What to draw; the start is the start balance of the trades.</param>
    /// <param name="ruinPercent">Loss of this share of the start balance is ruin, 0 to 100.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ProblemException">Code <c>no_trades</c> or <c>validation_failed</c>.</exception>
    public static Task<CoursesResult> MonteCarloAsync(
        this TradeAnalysis analysis, TradeFilter filter, TradeView view, MonteCarloOptions options, decimal ruinPercent, CancellationToken cancellationToken) => analysis.ComputeAsync(
            filter,
            TradeDetail.Results,
            $"monte-carlo|{view}|{options}|{ruinPercent}",
            selection =>
            {
                ResultSeries series = ResultSeries.Of(selection.ClosedTrades, selection.Options(view));
                if (series.N == 0)
                {
                    throw new ProblemException(409, "no_trades", new Text("There is no closed trade to draw from.", "没有可供模拟的已平仓交易。"));
                }

                int trades = options.Mode == MonteCarloMode.Shuffle ? series.N : options.Trades ?? series.N;
                if ((long)trades * options.Paths > MonteCarloOptions.MostSteps)
                {
                    throw ProblemException.Invalid("paths", new Text($"“paths” times “trades” must be at most {MonteCarloOptions.MostSteps}.", $"“paths”乘以“trades”最多为 {MonteCarloOptions.MostSteps}。"));
                }

                MonteCarloOptions complete = options with
                {
                    Start = series.Start,
                    RuinAt = series.Start > 0 ? series.Start * (1 - (ruinPercent / 100)) : null,
                };
                return new CoursesResult(selection.Currency, series.Unit, complete, MonteCarlo.Run(series.Results, complete));
            },
            cancellationToken);
}
