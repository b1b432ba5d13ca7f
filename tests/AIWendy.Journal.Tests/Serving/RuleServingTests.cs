using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>The pre-trade ritual over HTTP.</summary>
[Collection(JournalCollection.Name)]
public sealed class RuleServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task Rules_come_back_as_set_and_looser_ones_wait()
    {
        using Trader trader = await shared.NewTraderAsync();
        (await trader.ReadAsync("rules"))["requiredChecklist"]!.AsArray().Should().BeEmpty();

        Answer set = await PutAsync(trader, new { maxDailyLoss = Limit(200, "block"), requiredChecklist = new[] { new { value = "Stop is set", action = "confirm" } } });
        set.Status.Should().Be(HttpStatusCode.OK, set.Text);
        set["maxDailyLoss"].ToJsonString().Should().Be("""{"value":200,"action":"block"}""");

        Answer looser = await PutAsync(trader, new { maxDailyLoss = Limit(900, "warn") });
        looser["maxDailyLoss"].ToJsonString().Should().Be("""{"value":200,"action":"block"}""");
        looser["requiredChecklist"].AsArray().Should().ContainSingle();
        looser["pending"]["from"]!.GetValue<DateTimeOffset>().Should().BeAfter(DateTimeOffset.UtcNow).And.BeBefore(DateTimeOffset.UtcNow.AddHours(25));
        looser["pending"]["rules"]!["maxDailyLoss"]!["value"]!.GetValue<decimal>().Should().Be(900);
        (await trader.ReadAsync("rules")).ToJsonString().Should().Be(looser.Body!.ToJsonString());
    }

    [Fact]
    public async Task A_check_knows_what_happened_today()
    {
        using Trader trader = await shared.NewTraderAsync();
        await LoseAsync(trader, "AAPL", -150);
        await PutAsync(trader, new { maxDailyLoss = Limit(100, "block"), maxTradesPerDay = Limit(1, "warn"), coolDownMinutes = Limit(60, "confirm") });

        Answer check = await CheckAsync(trader, new { symbol = "TSLA", side = "long", quantity = 5 });

        JsonNode today = (await trader.ReadAsync("rules/status"))["items"]![0]!;
        today["net"]!.GetValue<decimal>().Should().Be(-150);
        today["rules"]!.AsArray().Should().HaveCount(3).And.AllSatisfy(rule => rule!["reached"]!.GetValue<bool>().Should().BeTrue());
        check["decision"].GetValue<string>().Should().Be("blocked");
        check.Body!["lock"].Should().BeNull();
        check["reasons"].AsArray().Select(reason => reason!["rule"]!.GetValue<string>()).Should().Equal("max_daily_loss", "max_trades_per_day", "cool_down");
        check["reasons"][0]!["value"]!.GetValue<decimal>().Should().Be(150);
        Answer chinese = await trader.Browser.SendAsync(HttpMethod.Post, "/api/journal/check-trade", new { symbol = "TSLA", side = "buy", quantity = 5 }, "zh-CN");
        chinese["reasons"][0]!["message"]!.GetValue<string>().Should().StartWith("今天已亏损 150 USD");
    }

    [Fact]
    public async Task A_lock_holds_whatever_is_tried()
    {
        using Trader trader = await shared.NewTraderAsync();
        await LoseAsync(trader, "AAPL", -10);
        await PutAsync(trader, new { maxSize = Limit(10, "warn") });
        Answer warned = await CheckAsync(trader, new { symbol = "AAPL", side = "long", quantity = 11 });

        Answer locked = await trader.Browser.PostAsync("/api/journal/lock", new { minutes = 60 });
        DateTimeOffset until = locked["until"].GetValue<DateTimeOffset>();
        Answer shorter = await trader.Browser.PostAsync("/api/journal/lock", new { minutes = 1 });
        shorter["until"].GetValue<DateTimeOffset>().Should().Be(until);
        shorter["since"].GetValue<DateTimeOffset>().Should().Be(locked["since"].GetValue<DateTimeOffset>());
        (await trader.Browser.DeleteAsync("/api/journal/lock")).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
        Answer loosened = await PutAsync(trader, new { });
        loosened["pending"]["from"]!.GetValue<DateTimeOffset>().Should().BeOnOrAfter(until);

        Answer check = await CheckAsync(trader, new { symbol = "AAPL", side = "long", quantity = 1 });
        check["decision"].GetValue<string>().Should().Be("blocked");
        check["lock"]["locked"]!.GetValue<bool>().Should().BeTrue();
        check["lock"]["remainingMinutes"]!.GetValue<int>().Should().BeInRange(59, 60);
        (await OverrideAsync(trader, check, "I know better")).Code.Should().Be("trading_locked");
        (await OverrideAsync(trader, warned, "I know better")).Code.Should().Be("trading_locked");
        (await trader.ReadAsync("lock"))["locked"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task An_override_is_kept_with_what_it_cost()
    {
        using Trader trader = await shared.NewTraderAsync();
        await LoseAsync(trader, "AAPL", -10);
        await PutAsync(trader, new { maxSize = Limit(10, "confirm"), maxTradesPerDay = Limit(50, "block") });
        Answer check = await CheckAsync(trader, new { symbol = "MSFT", side = "long", quantity = 11 });
        check["decision"].GetValue<string>().Should().Be("confirm");

        (await OverrideAsync(trader, check, " ")).Code.Should().Be("validation_failed");
        Answer kept = await OverrideAsync(trader, check, "Strong signal");
        kept.Status.Should().Be(HttpStatusCode.OK, kept.Text);
        (await OverrideAsync(trader, check, "Again")).Code.Should().Be("check_overridden");

        await LoseAsync(trader, "MSFT", -42, minutesFromNow: 2);
        JsonNode log = (await trader.ReadAsync("rules/overrides"))["items"]!.AsArray().Single()!;
        log["kind"]!.GetValue<string>().Should().Be("overridden");
        log["note"]!.GetValue<string>().Should().Be("Strong signal");
        log["cost"]!.ToJsonString().Should().Be("""{"amount":42,"currency":"USD"}""");
        log["trades"]!.AsArray().Should().ContainSingle();
        log["reasons"]![0]!["rule"]!.GetValue<string>().Should().Be("max_size");
    }

    [Fact]
    public async Task What_is_blocked_can_not_be_overridden_and_trading_all_the_same_is_logged()
    {
        using Trader trader = await shared.NewTraderAsync();
        await LoseAsync(trader, "AAPL", -10);
        await PutAsync(trader, new { maxSize = Limit(10, "block") });
        Answer check = await CheckAsync(trader, new { symbol = "msft", side = "short", quantity = 11 });

        (await OverrideAsync(trader, check, "Please")).Code.Should().Be("check_blocked");
        (await trader.ReadAsync("rules/overrides"))["items"]!.AsArray().Should().BeEmpty();
        await LoseAsync(trader, "MSFT", 30, minutesFromNow: 2);

        JsonNode log = (await trader.ReadAsync("rules/overrides"))["items"]!.AsArray().Single()!;
        log["kind"]!.GetValue<string>().Should().Be("ignored");
        log["cost"]!["amount"]!.GetValue<decimal>().Should().Be(-30);
    }

    [Fact]
    public async Task Others_see_nothing_of_it()
    {
        using Trader trader = await shared.NewTraderAsync();
        using Trader other = await shared.NewTraderAsync();
        await LoseAsync(trader, "AAPL", -10);
        await LoseAsync(other, "AAPL", -10);
        await PutAsync(trader, new { maxSize = Limit(1, "confirm") });
        await trader.Browser.PostAsync("/api/journal/lock", new { minutes = 5 });
        Answer check = await CheckAsync(trader, new { symbol = "AAPL", side = "long", quantity = 2 });

        (await other.ReadAsync("lock"))["locked"]!.GetValue<bool>().Should().BeFalse();
        (await other.ReadAsync("rules"))["maxSize"].Should().BeNull();
        (await CheckAsync(other, new { symbol = "AAPL", side = "long", quantity = 2 }))["decision"].GetValue<string>().Should().Be("allowed");
        (await OverrideAsync(other, check, "Mine")).Status.Should().Be(HttpStatusCode.NotFound);
        string account = (await trader.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();
        (await CheckAsync(other, new { accountId = account, symbol = "AAPL", side = "long", quantity = 2 })).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"maxDailyLoss":{"value":0,"action":"warn"}}""", "maxDailyLoss")]
    [InlineData("""{"maxTradesPerDay":{"value":1.5,"action":"warn"}}""", "maxTradesPerDay")]
    [InlineData("""{"requiredChecklist":[{"value":" ","action":"warn"}]}""", "requiredChecklist")]
    public async Task Nonsense_is_refused_with_its_field(string rules, string field)
    {
        using Trader trader = await shared.NewTraderAsync();

        Answer answer = await PutAsync(trader, JsonNode.Parse(rules)!);

        answer.Code.Should().Be("validation_failed");
        answer["errors"][field].Should().NotBeNull();
    }

    private static object Limit(decimal value, string action) => new { value, action };

    private static Task<Answer> PutAsync(Trader trader, object rules) => trader.Browser.SendAsync(HttpMethod.Put, "/api/journal/rules", rules);

    private static Task<Answer> CheckAsync(Trader trader, object trade) => trader.Browser.PostAsync("/api/journal/check-trade", trade);

    private static Task<Answer> OverrideAsync(Trader trader, Answer check, string note) =>
        trader.Browser.PostAsync($"/api/journal/check-trade/{check["checkId"].GetValue<string>()}/override", new { note });

    // A trade of one unit around now, in a zone where it is about noon: the trading day must not end in between.
    private static async Task LoseAsync(Trader trader, string symbol, decimal net, int minutesFromNow = -3)
    {
        int shift = 12 - DateTime.UtcNow.Hour;
        string zone = shift == 0 ? "Etc/GMT" : shift > 0 ? $"Etc/GMT-{shift}" : $"Etc/GMT+{-shift}";
        DateTime at = DateTime.UtcNow.AddHours(shift).AddMinutes(minutesFromNow);
        string Time(DateTime time) => time.ToString("yyyy-MM-dd,HH:mm:ss", CultureInfo.InvariantCulture);
        StringBuilder csv = new("Date,Time,Symbol,Quantity,Price,Side\n");
        csv.Append(CultureInfo.InvariantCulture, $"{Time(at)},{symbol},1,500,Buy\n{Time(at.AddMinutes(1))},{symbol},1,{500 + net},Sell\n");
        Answer imported = await trader.ImportAsync(csv.ToString(), ("commit", "true"), ("timeZone", zone));
        imported["closedTrades"].GetValue<int>().Should().Be(1);
    }
}
