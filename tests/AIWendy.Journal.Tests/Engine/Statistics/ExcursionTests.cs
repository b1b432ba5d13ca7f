using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Journal.Tests.Engine.Statistics;

public sealed class ExcursionTests
{
    private static readonly DateTimeOffset At = new(2025, 3, 3, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Long_trades_suffer_lows_and_enjoy_highs()
    {
        Excursions found = Of(PositionSide.Long, 100, 104, Bar(0, 103, 98), Bar(1, 108, 101))!;

        found.Should().Be(new Excursions(2, 8, 0.5m, 0.8m, 0.6m, 0.4m, IsApproximate: false));
    }

    [Fact]
    public void Short_trades_are_the_mirror()
    {
        Excursions found = Of(PositionSide.Short, 100, 96, Bar(0, 102, 97), Bar(1, 99, 92))!;

        found.Should().Be(new Excursions(2, 8, 0.5m, 0.8m, 0.6m, 0.4m, IsApproximate: false));
    }

    [Fact]
    public void Losers_capture_a_negative_share_and_a_trade_that_never_gained_none()
    {
        Of(PositionSide.Long, 100, 96, Bar(0, 104, 95))!.Capture.Should().Be(-1);
        Of(PositionSide.Long, 100, 96, Bar(0, 100, 95))!.Capture.Should().BeNull();
        Of(PositionSide.Long, 100, 100, Bar(0, 100, 100))!.TotalEfficiency.Should().BeNull();
    }

    [Fact]
    public void Bars_outside_the_holding_time_do_not_count_and_overlapping_ones_are_marked()
    {
        Excursions.Of(PositionSide.Long, 100, 101, At, At.AddMinutes(2), [new PriceBar(At.AddMinutes(-5), At, 500, 1)]).Should().BeNull();
        Excursions.Of(PositionSide.Long, 100, 101, At, At.AddMinutes(2), [new PriceBar(At.AddMinutes(-1), At.AddMinutes(4), 102, 99)])!.IsApproximate.Should().BeTrue();
    }

    private static Excursions? Of(PositionSide side, decimal entry, decimal exit, params PriceBar[] bars) => Excursions.Of(side, entry, exit, At, At.AddMinutes(2), bars);

    private static PriceBar Bar(int minute, decimal high, decimal low) => new(At.AddMinutes(minute), At.AddMinutes(minute + 1), high, low);
}
