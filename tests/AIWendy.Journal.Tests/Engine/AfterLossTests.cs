using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Journal.Tests.Engine;

public sealed class AfterLossTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 2, 14, 30, 0, TimeSpan.Zero);

    [Fact]
    public void B2_vector_of_nine_in_twenty_against_three_in_twenty()
    {
        Distributions.FisherTwoSided(9, 20, 3, 20).Should().BeApproximately(0.0824, 0.00005);
        Distributions.FisherTwoSided(10, 20, 10, 20).Should().BeApproximately(1, 1e-9);
    }

    [Fact]
    public void Fast_and_larger_entries_after_losses_are_found()
    {
        // After every loss the next trade follows within 3 minutes, at double size, and loses; after a win in 4 hours.
        List<ClosedTrade> trades = [];
        DateTimeOffset at = Start;
        for (int i = 0; i < 30; i++)
        {
            at = Add(trades, at, 240, 50, 1000);
            at = Add(trades, at, 240, -40, 1000);
            at = Add(trades, at, 3, -80, 2000);
            at = Add(trades, at, 3, 30, 2000);
        }

        AfterLoss result = AfterLoss.Of(trades);

        Value(result, "reentry_after_loss_rate").Should().Be(100);
        Value(result, "reentry_after_win_rate").Should().Be(0);
        Value(result, "reentry_after_loss_net").Should().Be(30 * (-80 + 30));
        Value(result, "other_trades_net").Should().Be(30 * (50 - 40));
        Value(result, "reentry_after_loss_win_rate").Should().Be(50);
        Value(result, "reentry_p_value").Should().BeLessThan(0.0001m);
        Value(result, "size_after_loss_ratio").Should().BeGreaterThan(1.2m);
        result.Evidence.Should().HaveCount(5).And.OnlyContain(trade => trade.Net == -80);
    }

    [Fact]
    public void Someone_who_is_always_fast_shows_no_difference()
    {
        List<ClosedTrade> trades = [];
        DateTimeOffset at = Start;
        for (int i = 0; i < 200; i++)
        {
            at = Add(trades, at, 2, i % 2 == 0 ? 10 : -10, 1000);
        }

        AfterLoss result = AfterLoss.Of(trades);

        result.WindowMinutes.Should().Be(5);
        Value(result, "reentry_difference").Should().Be(0);
        Value(result, "reentry_p_value").Should().BeApproximately(1, 0.000001m);
    }

    [Fact]
    public void Too_few_trades_say_nothing()
    {
        AfterLoss result = AfterLoss.Of(Books.Trades([.. Enumerable.Range(0, 15).Select(i => i % 2 == 0 ? 10m : -10m)]));

        result.Figures.Single(figure => figure.Id == "reentry_after_loss_rate").Reason.Should().Be("too_few_trades");
        result.Evidence.Should().BeEmpty();
        AfterLoss.Of([]).WindowMinutes.Should().BeNull();
    }

    [Fact]
    public void Window_is_a_quarter_of_the_median_gap_within_five_and_thirty_minutes()
    {
        AfterLoss.Of(EveryMinutes(4)).WindowMinutes.Should().Be(5);
        AfterLoss.Of(EveryMinutes(60)).WindowMinutes.Should().Be(15);
        AfterLoss.Of(EveryMinutes(600)).WindowMinutes.Should().Be(30);
    }

    private static List<ClosedTrade> EveryMinutes(int gap)
    {
        List<ClosedTrade> trades = [];
        DateTimeOffset at = Start;
        for (int i = 0; i < 10; i++)
        {
            at = Add(trades, at, gap, 1, 1);
        }

        return trades;
    }

    private static DateTimeOffset Add(List<ClosedTrade> trades, DateTimeOffset after, int gap, decimal net, decimal notional)
    {
        DateTimeOffset opened = after.AddMinutes(gap);
        trades.Add(new ClosedTrade(Guid.CreateVersion7(), "ABC", PositionSide.Long, notional, net, 0, opened, opened.AddMinutes(10)));
        return opened.AddMinutes(10);
    }

    private static decimal Value(AfterLoss result, string id) => result.Figures.Single(figure => figure.Id == id).Value!.Value;
}
