using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AIWendy.Accounts.Tests.Serving;
using AIWendy.Host.Calls;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>Findings over HTTP and through the coach's tool.</summary>
[Collection(JournalCollection.Name)]
public sealed class BehaviourServingTests(SharedJournalHost shared)
{
    [Fact]
    public async Task Planted_habits_of_the_sample_are_found()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");

        JsonNode body = await trader.ReadAsync("behaviour");

        body["currency"]!.GetValue<string>().Should().Be("USD");
        body["trades"]!.GetValue<int>().Should().Be(220);
        body["truncated"]!.GetValue<bool>().Should().BeFalse();
        string[] significant = [.. Items(body).Where(item => item["significant"]!.GetValue<bool>()).Select(item => item["detector"]!.GetValue<string>())];
        significant.Should().Contain(["revenge_entry", "hold_time", "size_after_losses"]);
        JsonNode revenge = Items(body).Single(item => item["detector"]!.GetValue<string>() == "revenge_entry");
        revenge["cost"]!["amount"]!.GetValue<decimal>().Should().BePositive();
        revenge["sentence"]!.GetValue<string>().Should().StartWith("After a loss you entered again within").And.Contain("USD");
        string worst = revenge["evidence"]![0]!.GetValue<string>();
        (await trader.ReadAsync($"trades/{worst}"))["net"]!.GetValue<decimal>().Should().BeNegative();
    }

    [Fact]
    public async Task Without_trades_every_detector_keeps_silent()
    {
        using Trader trader = await shared.NewTraderAsync();

        JsonNode body = await trader.ReadAsync("behaviour");

        body["currency"].Should().BeNull();
        Items(body).Should().NotBeEmpty().And.AllSatisfy(item =>
        {
            item["reason"]!.GetValue<string>().Should().Be("not_enough_data");
            item["effect"].Should().BeNull();
        });
    }

    [Fact]
    public async Task Feedback_stays_until_it_is_taken_back_and_is_the_persons_own()
    {
        using Trader trader = await shared.NewTraderAsync();
        using Trader other = await shared.NewTraderAsync();
        const string Path = "/api/journal/behaviour/hold_time/feedback";

        (await trader.Browser.PostAsync(Path, new { value = "me" }))["value"].GetValue<string>().Should().Be("me");
        (await trader.Browser.PostAsync(Path, new { value = "not_me" })).Status.Should().Be(HttpStatusCode.OK);

        (await FeedbackAsync(trader)).Should().Be("not_me");
        (await FeedbackAsync(other)).Should().BeNull();
        await trader.Browser.PostAsync(Path, new { value = (string?)null });
        (await FeedbackAsync(trader)).Should().BeNull();
        (await trader.Browser.PostAsync(Path, new { value = "maybe" })).Code.Should().Be("validation_failed");
        (await trader.Browser.PostAsync("/api/journal/behaviour/astrology/feedback", new { value = "me" })).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sentences_follow_the_language_and_the_filter_counts()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");

        Answer chinese = await trader.Browser.SendAsync(HttpMethod.Get, "/api/journal/behaviour?currency=EUR", null, "zh-CN");

        chinese["trades"].GetValue<int>().Should().Be(80);
        Items(chinese.Body!).Should().AllSatisfy(item => item["sentence"]!.GetValue<string>().Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}.*。$"));
        (await trader.ReadAsync("behaviour?tag=nothing&currency=USD"))["trades"]!.GetValue<int>().Should().Be(0);
        (await trader.ReadAsync("behaviour?outcome=win"))["trades"]!.GetValue<int>().Should().Be(220);
        (await trader.ReadAsync("behaviour?symbol=TSLA"))["trades"]!.GetValue<int>().Should().BeInRange(10, 100);
    }

    [Fact]
    public async Task Plans_mistakes_and_moods_reach_the_detectors()
    {
        using Trader trader = await shared.NewTraderAsync();
        StringBuilder csv = new("Date,Time,Symbol,Quantity,Price,Side\n");
        for (int i = 0; i < 24; i++)
        {
            string day = new DateOnly(2025, 3, 3).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            csv.Append(CultureInfo.InvariantCulture, $"{day},10:00:00,AAPL,1,100,Buy\n{day},11:00:00,AAPL,1,{(i % 2 == 0 ? 110 + (i / 4) : 85 - (i / 4))},Sell\n");
            await trader.Browser.SendAsync(HttpMethod.Put, $"/api/journal/days/{day}", new { mood = i % 2 == 0 ? 4 + (i % 4 / 2) : 1 + (i % 4 / 2) });
        }

        await trader.ImportAsync(csv.ToString(), ("commit", "true"));
        foreach (JsonNode? trade in (await trader.ReadAsync("trades?limit=200"))["items"]!.AsArray())
        {
            bool lost = trade!["net"]!.GetValue<decimal>() < 0;
            Answer noted = await trader.Browser.PatchAsync(
                $"/api/journal/trades/{trade["id"]}", new { plannedStop = 95, plannedTarget = 130, mistakes = lost ? new[] { "moved stop" } : [], rating = 3 });
            noted.Status.Should().Be(HttpStatusCode.OK, noted.Text);
        }

        JsonNode body = await trader.ReadAsync("behaviour");

        JsonNode Finding(string detector) => Items(body).Single(item => item["detector"]!.GetValue<string>() == detector);
        Finding("rule_cost")["n"]!.GetValue<int>().Should().Be(12);
        Finding("rule_cost")["significant"]!.GetValue<bool>().Should().BeTrue();
        Finding("mood_link")["n"]!.GetValue<int>().Should().Be(24);
        Finding("mood_link")["effect"]!.GetValue<decimal>().Should().BeGreaterThan(0.6m);
        Finding("stop_discipline")["n"]!.GetValue<int>().Should().Be(12);
        Finding("early_exit")["n"]!.GetValue<int>().Should().Be(12);
    }

    [Fact]
    public async Task The_tool_says_what_the_page_says()
    {
        using Trader trader = await shared.NewTraderAsync();
        await trader.Browser.PostAsync("/api/journal/sample");
        JsonNode page = await trader.ReadAsync("behaviour");

        CoachToolResult tool = await InvokeAsync(trader);

        JsonNode.Parse(tool.Json)!.ToJsonString().Should().Be(page.ToJsonString());
        JsonNode hold = Items(page).Single(item => item["detector"]!.GetValue<string>() == "hold_time");
        tool.Figures.Single(figure => figure.Id == "behaviour_hold_time_effect").Value.Should().Be(hold["effect"]!.GetValue<decimal>());
        tool.Figures.Select(figure => figure.Id).Should().OnlyHaveUniqueItems();
        tool.Figures.Should().AllSatisfy(figure => figure.Label.Zh.Should().NotBeNullOrEmpty());
        tool.Trades.Should().NotBeEmpty();
    }

    private static IEnumerable<JsonNode> Items(JsonNode body) => body["items"]!.AsArray().Select(item => item!);

    private static async Task<string?> FeedbackAsync(Trader trader) =>
        Items(await trader.ReadAsync("behaviour")).Single(item => item["detector"]!.GetValue<string>() == "hold_time")["feedback"]?.GetValue<string>();

    private async Task<CoachToolResult> InvokeAsync(Trader trader)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId, UserId = trader.UserId, Role = Role.Member });
        IExtensions<ICoachTool> tools = shared.Host.Services.GetRequiredService<IExtensions<ICoachTool>>();
        await using IExtensionLease<ICoachTool> lease = tools.Acquire();
        using JsonDocument document = JsonDocument.Parse("{}");
        return await lease.Items.Single(item => item.Value.Name == "journal_behaviour").Value.InvokeAsync(document.RootElement, CancellationToken.None);
    }
}
