using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Journal.Tests.Engine.Statistics;

public sealed class ExchangeRateTests
{
    private static readonly DateOnly Friday = new(2025, 3, 7);

    [Fact]
    public void Rates_serve_both_directions_and_at_most_five_days()
    {
        ExchangeRates rates = new([new(Friday, "EUR", "USD", 1.25m)]);

        rates.Find("EUR", "USD", Friday).Should().Be(1.25m);
        rates.Find("USD", "EUR", Friday).Should().Be(0.8m);
        rates.Find("EUR", "USD", Friday.AddDays(5)).Should().Be(1.25m);
        rates.Find("EUR", "USD", Friday.AddDays(6)).Should().BeNull();
        rates.Find("EUR", "USD", Friday.AddDays(-1)).Should().BeNull();
        rates.Find("EUR", "GBP", Friday).Should().BeNull();
        rates.Find("GBP", "GBP", Friday).Should().Be(1);
    }

    [Fact]
    public void Each_fill_counts_at_the_rate_of_its_day_and_price_and_currency_add_up()
    {
        ConvertedFill[] fills = [new(Friday, FillSide.Buy, 1000, 2, Opens: true), new(Friday.AddDays(3), FillSide.Sell, 1100, 3, Opens: false)];

        ConvertedTrade trade = ConvertedTrade.Of(fills, day => day == Friday ? 1.10m : 1.20m)!;

        trade.Gross.Should().Be((1100 * 1.20m) - (1000 * 1.10m));
        trade.Fees.Should().Be((2 * 1.10m) + (3 * 1.20m));
        trade.Price.Should().Be(100 * 1.20m);
        trade.Currency.Should().Be(1000 * (1.20m - 1.10m));
    }

    [Fact]
    public void A_missing_rate_is_never_guessed() =>
        ConvertedTrade.Of([new(Friday, FillSide.Buy, 1000, 2, Opens: true)], _ => null).Should().BeNull();
}
