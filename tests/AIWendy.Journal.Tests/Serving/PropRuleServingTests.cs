using System.Net;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;

namespace AIWendy.Journal.Tests.Serving;

[Collection(JournalCollection.Name)]
public sealed class PropRuleServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task Rules_are_judged_by_the_trades_of_their_account()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        string account = (await trader.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();

        Answer added = await trader.Browser.PostAsync(
            "/api/journal/prop-rules", new { accountId = account, name = "Challenge", dailyLoss = 35, maxDrawdown = 40, drawdown = "trailing", profitTarget = 190, minimumDays = 2 });

        added.Status.Should().Be(HttpStatusCode.OK, added.Text);
        JsonNode standing = (await trader.ReadAsync("prop-rules/status"))["items"]![0]!;
        standing["state"]!.GetValue<string>().Should().Be("broken");
        standing["rules"]!.AsArray().Select(rule => (rule!["rule"]!.GetValue<string>(), rule["state"]!.GetValue<string>())).Should().Equal(
            ("daily_loss", "broken"), ("max_drawdown", "kept"), ("profit_target", "reached"), ("minimum_days", "reached"));
        standing["rules"]![0]!["day"]!.GetValue<string>().Should().Be("2025-01-16");
        (await trader.Browser.DeleteAsync($"/api/journal/prop-rules/{added["id"]}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await trader.ReadAsync("prop-rules"))["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Nobody_adds_sees_or_removes_rules_of_another()
    {
        using Trader ada = await shared.NewTraderAsync();
        using Trader bob = await shared.NewTraderAsync();
        await ada.ImportAsync(Trader.TwoTrades, ("commit", "true"));
        string account = (await ada.ReadAsync("accounts"))["items"]![0]!["id"]!.GetValue<string>();
        Answer added = await ada.Browser.PostAsync("/api/journal/prop-rules", new { accountId = account, name = "Mine", dailyLoss = 100 });

        (await bob.Browser.PostAsync("/api/journal/prop-rules", new { accountId = account, name = "Theirs", dailyLoss = 100 })).Status.Should().Be(HttpStatusCode.NotFound);
        (await bob.ReadAsync("prop-rules"))["items"]!.AsArray().Should().BeEmpty();
        (await bob.Browser.DeleteAsync($"/api/journal/prop-rules/{added["id"]}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rules_that_ask_for_nothing_or_the_impossible_are_refused()
    {
        using Trader trader = await shared.NewTraderAsync();
        Guid account = Guid.CreateVersion7();
        foreach (object input in new object[]
        {
            new { accountId = account, name = "Empty" }, new { accountId = account, name = string.Empty, dailyLoss = 1 }, new { accountId = account, name = "x", dailyLoss = 0 },
            new { accountId = account, name = "x", consistency = 101 }, new { accountId = account, name = "x", dailyLoss = 1, drawdown = "falling" }, new { name = "x", dailyLoss = 1 },
        })
        {
            (await trader.Browser.PostAsync("/api/journal/prop-rules", input)).Code.Should().Be("validation_failed");
        }
    }
}
