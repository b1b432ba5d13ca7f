using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

[Collection(JournalCollection.Name)]
public sealed class ExchangeRateServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task Trades_of_other_currencies_count_at_the_rates_of_their_fills_or_are_left_out_and_counted()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        await trader.ImportAsync(
            "Date,Time,Symbol,Quantity,Price,Side,Commission\n2025-03-03,10:00:00,SAP,10,100,Buy,1\n2025-03-04,10:00:00,SAP,10,110,Sell,1\n2025-05-05,10:00:00,SIE,1,100,Buy,0\n2025-05-05,11:00:00,SIE,1,101,Sell,0\n",
            ("commit", "true"), ("currency", "EUR"));

        Answer put = await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/exchange-rates", new { csv = "date,base,quote,rate\n2025-03-03,EUR,USD,1.05\n2025-03-04,EUR,USD,1.06\n" });

        put.Status.Should().Be(HttpStatusCode.OK, put.Text);
        JsonNode body = await trader.ReadAsync("statistics?base=USD");
        decimal gross = (1100 * 1.06m) - (1000 * 1.05m);
        body["currency"]!.GetValue<string>().Should().Be("USD");
        body["figures"]!["net_pnl"]!["value"]!.GetValue<decimal>().Should().Be(160.70m + gross - 1.05m - 1.06m);
        body["figures"]!["net_pnl"]!["exclusions"]!.ToJsonString().Should().Be("""[{"reason":"no_rate","count":1}]""");
        body["conversion"]!["converted"]!.GetValue<int>().Should().Be(1);
        body["conversion"]!["missing"]!.GetValue<int>().Should().Be(1);
        (body["conversion"]!["price"]!.GetValue<decimal>(), body["conversion"]!["currency"]!.GetValue<decimal>()).Should().Be((100 * 1.06m, 1000 * 0.01m));
        (await trader.ReadAsync("statistics?currency=EUR"))["figures"]!["net_pnl"]!["value"]!.GetValue<decimal>().Should().Be(99);
        (await trader.ReadAsync("exchange-rates"))["items"]!.AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("2025-01-31,EUR,USD")]
    [InlineData("31.01.2025,EUR,USD,1.03")]
    [InlineData("2025-01-31,EUR,USD,-1")]
    [InlineData("2025-01-31,E!,USD,1")]
    public async Task Lines_that_are_no_rates_are_refused(string csv)
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer answer = await trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/exchange-rates", new { csv });

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Code.Should().Be("rates_unreadable");
    }
}
