using AIWendy.Plugins.Journal.Engine;
using static AIWendy.Plugins.Journal.Engine.FillSide;

namespace AIWendy.Journal.Tests.Engine;

public sealed class LotMatchingTests
{
    [Fact]
    public void V2_option_contract_is_flat_after_selling_all_and_reopens()
    {
        Book book = LotMatching.Build(Books.Of(100, (Buy, 5, 0.91m, 0), (Buy, 5, 0.75m, 0), (Buy, 5, 0.49m, 0), (Sell, 15, 0.71m, 0), (Buy, 5, 0.60m, 0)));

        RoundTrip trade = book.RoundTrips.Should().ContainSingle().Subject;
        trade.Gross.Should().Be(-10.00m);
        Math.Round(trade.EntryPrice, 6).Should().Be(0.716667m);
        trade.ExitPrice.Should().Be(0.71m);
        OpenPosition open = book.OpenPositions.Should().ContainSingle().Subject;
        open.Quantity.Should().Be(5);
        open.AveragePrice.Should().Be(0.60m);
    }

    [Theory]
    [InlineData(LotMethod.Fifo, 347.00, -151.00)]
    [InlineData(LotMethod.Lifo, 247.00, -51.00)]
    [InlineData(LotMethod.Average, 297.00, -101.00)]
    public void V3_methods_differ_per_closing_fill_and_agree_in_total(LotMethod method, decimal first, decimal second)
    {
        Book book = LotMatching.Build(Books.Of(1, (Buy, 100, 10, 1), (Buy, 100, 12, 1), (Sell, 150, 13, 1.5m), (Sell, 50, 9, 0.5m)), method);

        book.Realisations.Select(part => part.Net).Should().Equal(first, second);
        book.RoundTrips.Should().ContainSingle().Which.Net.Should().Be(196.00m);
    }

    [Fact]
    public void V6_prices_keep_their_decimals()
    {
        Book book = LotMatching.Build(Books.Of(1, (Buy, 100_000, 1.17344m, 0), (Sell, 100_000, 1.17467m, 4)));

        book.RoundTrips.Should().ContainSingle().Which.Net.Should().Be(119.00m);
    }

    [Fact]
    public void Partial_fill_through_zero_splits_the_fee()
    {
        Book book = LotMatching.Build(Books.Of(1, (Buy, 2, 100, 0), (Sell, 3, 110, 1), (Buy, 1, 105, 0)));

        book.RoundTrips.Should().HaveCount(2);
        RoundTrip first = book.RoundTrips[0];
        RoundTrip second = book.RoundTrips[1];
        first.Side.Should().Be(PositionSide.Long);
        first.Fees.Should().Be(0.666666666667m);
        second.Side.Should().Be(PositionSide.Short);
        second.Fees.Should().Be(0.333333333333m);
        (first.Fees + second.Fees).Should().Be(1m);
        first.Gross.Should().Be(20);
        second.Gross.Should().Be(5);
    }

    [Fact]
    public void Shorts_gain_when_the_price_falls()
    {
        RoundTrip trade = LotMatching.Build(Books.Of(5, (Sell, 2, 6000, 1.24m), (Buy, 1, 5990, 0.62m), (Buy, 1, 5980, 0.62m))).RoundTrips.Single();

        trade.Side.Should().Be(PositionSide.Short);
        trade.EntryPrice.Should().Be(6000);
        trade.ExitPrice.Should().Be(5985);
        trade.Gross.Should().Be(150);
        trade.Net.Should().Be(147.52m);
        trade.Fills.Should().HaveCount(3);
    }

    [Fact]
    public void Quantity_is_the_largest_size_held()
    {
        RoundTrip trade = LotMatching.Build(Books.Of(1, (Buy, 100, 10, 0), (Sell, 50, 11, 0), (Buy, 100, 12, 0), (Sell, 150, 13, 0))).RoundTrips.Single();

        trade.Quantity.Should().Be(150);
        trade.Gross.Should().Be((50 * 11) + (150 * 13) - (100 * 10) - (100 * 12));
    }

    [Fact]
    public void Partly_closed_position_realises_without_becoming_a_trade()
    {
        Book book = LotMatching.Build(Books.Of(1, (Buy, 4, 1000, 3), (Sell, 2, 1001, 3)));

        book.RoundTrips.Should().BeEmpty();
        OpenPosition open = book.OpenPositions.Single();
        open.RealisedGross.Should().Be(2);
        open.RealisedFees.Should().Be(4.5m);
        open.Quantity.Should().Be(2);
    }

    [Fact]
    public void Fills_of_the_same_second_follow_sequence_then_row()
    {
        DateTimeOffset at = new(2025, 3, 3, 15, 0, 0, TimeSpan.Zero);
        PositionKey key = new(Books.Account, "ABC", "USD");
        Execution sell = new(Guid.CreateVersion7(), key, Sell, 1, 11, 0, 1, at, 0, 9);
        Execution buy = new(Guid.CreateVersion7(), key, Buy, 1, 10, 0, 1, at, 0, 8);

        LotMatching.Build([sell, buy]).RoundTrips.Single().Side.Should().Be(PositionSide.Long);
        LotMatching.Build([sell with { Sequence = -1 }, buy]).RoundTrips.Single().Side.Should().Be(PositionSide.Short);
    }

    [Fact]
    public void Accounts_instruments_currencies_and_pairings_do_not_mix()
    {
        Execution buy = Books.Fill(0, Buy, 1, 10);
        Execution[] others =
        [
            Books.Fill(1, Sell, 1, 11, symbol: "XYZ"),
            Books.Fill(2, Sell, 1, 11) with { Position = new PositionKey(Guid.CreateVersion7(), "ABC", "USD") },
            Books.Fill(3, Sell, 1, 11) with { Position = new PositionKey(Books.Account, "ABC", "EUR") },
            Books.Fill(4, Sell, 1, 11) with { Position = new PositionKey(Books.Account, "ABC", "USD", "trade 1") },
        ];

        Book book = LotMatching.Build([buy, .. others]);

        book.RoundTrips.Should().BeEmpty();
        book.OpenPositions.Should().HaveCount(5);
    }
}
