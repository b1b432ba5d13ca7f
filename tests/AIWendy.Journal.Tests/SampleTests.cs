using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Sample;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests;

public sealed class SampleTests(ITestOutputHelper output)
{
    private static readonly DateOnly LastDay = new(2026, 3, 12);

    [Fact]
    public void Three_hundred_closed_trades_in_two_currencies()
    {
        SampleAccount.All.Sum(account => Trips(account).Count).Should().Be(300);
        SampleAccount.All.Select(account => account.Currency).Should().BeEquivalentTo("USD", "EUR");
        SampleAccount.All.Should().AllSatisfy(account => Trips(account).Should().HaveCount(account.Trades));
    }

    [Fact]
    public void The_same_day_gives_the_same_file()
    {
        SampleAccount account = SampleAccount.All[0];

        new SampleTrades(account).Write(LastDay).Should().Be(new SampleTrades(account).Write(LastDay));
    }

    [Theory]
    [InlineData("USD")]
    [InlineData("EUR")]
    public void Planted_habits_are_there(string currency)
    {
        List<ClosedTrade> trades = Trips(SampleAccount.All.Single(account => account.Currency == currency));
        AfterLoss afterLoss = AfterLoss.Of(trades);
        decimal Value(string id) => afterLoss.Figures.Single(figure => figure.Id == id).Value!.Value;
        IReadOnlyList<FigureValue> statistics = TradeStatistics.Compute(trades, 10_000);
        output.WriteLine(string.Join("\n", statistics.Concat(afterLoss.Figures).Select(figure => $"{figure.Id} {figure.Value:0.####} n {figure.N}")));

        statistics.Single(figure => figure.Id == "net_pnl").Value.Should().BeNegative();
        Value("reentry_after_loss_rate").Should().BeGreaterThan(Value("reentry_after_win_rate") + 20);
        Value("reentry_p_value").Should().BeLessThan(0.01m);
        Value("reentry_after_loss_net").Should().BeNegative();
        Value("other_trades_net").Should().BePositive();
        Value("size_after_loss_ratio").Should().BeGreaterThan(1.2m);
        MeanHold(trades, trade => trade.Net < 0).Should().BeGreaterThan(1.5 * MeanHold(trades, trade => trade.Net > 0));
    }

    private static double MeanHold(List<ClosedTrade> trades, Func<ClosedTrade, bool> which) =>
        trades.Where(which).Average(trade => (trade.ClosedAt - trade.OpenedAt).TotalMinutes);

    private static List<ClosedTrade> Trips(SampleAccount account)
    {
        ImportFile file = Fixtures.Open(new SampleTrades(account).Write(LastDay));
        (string format, ParsedImport parsed) = Fixtures.Read(file, account.TimeZone, account.Currency);
        format.Should().Be("tradervue_generic");
        parsed.ErrorCount.Should().Be(0);
        Book book = LotMatching.Build(parsed.Executions.Select(execution => new Execution(
            Guid.CreateVersion7(),
            new PositionKey(Guid.Empty, execution.Symbol, execution.Currency),
            execution.Side,
            execution.Quantity,
            execution.Price,
            execution.Fee,
            execution.Multiplier,
            execution.ExecutedAt,
            execution.Sequence,
            execution.Row)));
        return
        [
            .. book.RoundTrips.Select(trip => new ClosedTrade(
                trip.OpeningExecutionId, trip.Position.Symbol, trip.Side, trip.EntryPrice * trip.Quantity * trip.Multiplier, trip.Gross, trip.Fees, trip.OpenedAt, trip.ClosedAt)),
        ];
    }
}
