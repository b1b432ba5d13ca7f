using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

[Collection(JournalCollection.Name)]
public sealed class PriceBarServingTests(SharedJournalHost shared)
{
    private const string Bars = "Time;Open;High;Low;Close\n2025-01-16 10:00:00;200;201;199;200.5\n2025-01-16 10:01:00;200.5;206;198;204\n1737021720;204;204.5;203;203.5\n2025-01-16 10:30:00;1;900;1;1\n";

    [Fact]
    public async Task Prices_give_excursions_to_the_trades_that_they_cover()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        (await FigureAsync(trader, "average_mae"))["reason"]!.GetValue<string>().Should().Be("no_bars");

        Answer added = await trader.Browser.UploadAsync("/api/journal/price-bars", Encoding.UTF8.GetBytes(Bars), "tsla.csv", ("symbol", "TSLA"));

        added.Status.Should().Be(HttpStatusCode.OK, added.Text);
        added["bars"].GetValue<int>().Should().Be(4);
        JsonNode adverse = await FigureAsync(trader, "average_mae");
        adverse["value"]!.GetValue<decimal>().Should().Be(60);
        adverse["coverage"]!.ToJsonString().Should().Be("""{"used":1,"total":2}""");
        (await FigureAsync(trader, "average_mfe"))["value"]!.GetValue<decimal>().Should().Be(20);
        (await FigureAsync(trader, "capture"))["value"]!.GetValue<decimal>().Should().Be(-3.33m / 2);
        (await trader.ReadAsync("price-bars?symbol=TSLA&from=2025-01-16T10:01:30Z&to=2025-01-16T10:05:00Z"))["items"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_trade_shows_the_prices_around_it_and_how_far_they_went()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        JsonNode trade = (await trader.ReadAsync("trades?symbol=TSLA"))["items"]![0]!;
        string path = $"trades/{trade["id"]!.GetValue<string>()}/prices";
        JsonNode none = await trader.ReadAsync(path);
        none["items"]!.AsArray().Should().BeEmpty();
        none["excursion"].Should().BeNull();
        await trader.Browser.UploadAsync("/api/journal/price-bars", Encoding.UTF8.GetBytes(Bars), "tsla.csv", ("symbol", "TSLA"));

        JsonNode prices = await trader.ReadAsync(path);

        prices["items"]!.AsArray().Select(bar => bar!["high"]!.GetValue<decimal>()).Should().Equal(201, 206, 204.5m);
        decimal units = trade["quantity"]!.GetValue<decimal>() * trade["multiplier"]!.GetValue<decimal>();
        prices["excursion"]!["adverseMoney"]!.GetValue<decimal>().Should().Be(60);
        prices["excursion"]!["adverse"]!.GetValue<decimal>().Should().Be(60 / units);
        prices["excursion"]!["favourableMoney"]!.GetValue<decimal>().Should().Be(20);
    }

    [Fact]
    public async Task The_first_stop_gives_a_trade_its_risk()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        JsonNode trade = (await trader.ReadAsync("trades?symbol=TSLA"))["items"]![0]!;
        trade["risk"].Should().BeNull();
        decimal entry = trade["entryPrice"]!.GetValue<decimal>();
        decimal units = trade["quantity"]!.GetValue<decimal>() * trade["multiplier"]!.GetValue<decimal>();

        await trader.Browser.SendAsync(HttpMethod.Patch, $"/api/journal/trades/{trade["id"]!.GetValue<string>()}", new { plannedStop = entry + 2.5m });

        (await trader.ReadAsync("trades?symbol=TSLA"))["items"]![0]!["risk"]!.GetValue<decimal>().Should().Be(2.5m * units);
    }

    [Theory]
    [InlineData("Time,Open,High,Low\n2025-01-16,1,1,1\n")]
    [InlineData("Time,Open,High,Low,Close\n2025-01-16,1,1,1,1\n")]
    [InlineData("Time,Open,High,Low,Close\n2025-01-16,1,1,1,1\nsoon,1,1,1,1\n")]
    [InlineData("Time,Open,High,Low,Close\n2025-01-16,1,1,1,1\n2025-01-17,1,many,1,1\n")]
    public async Task What_cannot_be_read_is_refused_with_its_line(string file)
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer answer = await trader.Browser.UploadAsync("/api/journal/price-bars", Encoding.UTF8.GetBytes(file), "bars.csv", ("symbol", "TSLA"));

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Code.Should().Be("price_bars_unreadable");
    }

    private static async Task<JsonNode> FigureAsync(Trader trader, string id) => (await trader.ReadAsync("statistics"))["figures"]![id]!;
}
