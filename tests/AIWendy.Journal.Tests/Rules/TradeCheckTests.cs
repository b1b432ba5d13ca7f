using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Rules;

namespace AIWendy.Journal.Tests.Rules;

/// <summary>What a check says, rule by rule.</summary>
public sealed class TradeCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly AccountDay Fresh = new(0, 0, null, []);
    private static readonly IntendedTrade Trade = new("AAPL", PositionSide.Long, 10, null, []);

    [Fact]
    public void Without_rules_everything_is_allowed() =>
        TradeCheck.Strongest(TradeCheck.Reasons(Trade, RuleSet.None, Fresh, null, Now)).Should().BeNull();

    [Theory]
    [InlineData(-199.99, false)]
    [InlineData(-200, true)]
    [InlineData(-250, true)]
    [InlineData(300, false)]
    public void Daily_loss(double net, bool hit)
    {
        RuleSet rules = new() { MaxDailyLoss = new(200, RuleAction.Block) };

        TradeCheck.Reasons(Trade, rules, Fresh with { Net = (decimal)net }, null, Now).Should().HaveCount(hit ? 1 : 0);
    }

    [Theory]
    [InlineData(-150, 50, false)]
    [InlineData(-150, 51, true)]
    [InlineData(100, 300, false)]
    [InlineData(100, 301, true)]
    public void Risk_that_could_take_the_day_beyond_its_limit(double net, double risk, bool hit)
    {
        RuleSet rules = new() { MaxDailyLoss = new(200, RuleAction.Confirm) };

        IReadOnlyList<CheckReason> reasons = TradeCheck.Reasons(Trade with { Risk = (decimal)risk }, rules, Fresh with { Net = (decimal)net }, null, Now);

        reasons.Select(reason => reason.Rule).Should().Equal(hit ? [RuleIds.DailyLossAtRisk] : []);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Trades_of_a_day(int opened, bool hit) =>
        TradeCheck.Reasons(Trade, new() { MaxTradesPerDay = new(3, RuleAction.Warn) }, Fresh with { TradesOpened = opened }, null, Now).Should().HaveCount(hit ? 1 : 0);

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Waiting_after_a_loss(int minutes, bool hit) =>
        TradeCheck.Reasons(Trade, new() { CoolDownMinutes = new(15, RuleAction.Block) }, Fresh with { LastLossAt = Now.AddMinutes(-minutes) }, null, Now)
            .Should().HaveCount(hit ? 1 : 0);

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public void Size_counts_with_what_is_held_already(int held, bool hit) =>
        TradeCheck.Reasons(Trade, new() { MaxSize = new(100, RuleAction.Block) }, Fresh with { Open = [new("aapl", PositionSide.Long, held)] }, null, Now)
            .Should().HaveCount(hit ? 1 : 0);

    [Fact]
    public void Adding_to_a_position_opens_no_further_one()
    {
        RuleSet rules = new() { MaxOpenPositions = new(1, RuleAction.Block) };

        TradeCheck.Reasons(Trade, rules, Fresh with { Open = [new("AAPL", PositionSide.Long, 5)] }, null, Now).Should().BeEmpty();
        TradeCheck.Reasons(Trade, rules, Fresh with { Open = [new("TSLA", PositionSide.Long, 5)] }, null, Now).Should().ContainSingle();
    }

    [Fact]
    public void Checklist_names_what_is_missing_and_the_strongest_action_of_it()
    {
        RuleSet rules = new() { RequiredChecklist = [new("Stop is set", RuleAction.Block), new("News checked", RuleAction.Warn)] };

        TradeCheck.Reasons(Trade with { Ticked = ["Stop is set"] }, rules, Fresh, null, Now).Single().Should().BeEquivalentTo(
            new CheckReason(RuleIds.RequiredChecklist, RuleAction.Warn, 1, 2, ["News checked"]));
        TradeCheck.Strongest(TradeCheck.Reasons(Trade, rules, Fresh, null, Now)).Should().Be(RuleAction.Block);
        TradeCheck.Reasons(Trade with { Ticked = ["News checked", "Stop is set"] }, rules, Fresh, null, Now).Should().BeEmpty();
    }

    [Fact]
    public void A_lock_blocks_until_it_ends()
    {
        TradeCheck.Strongest(TradeCheck.Reasons(Trade, RuleSet.None, Fresh, Now.AddSeconds(1), Now)).Should().Be(RuleAction.Block);
        TradeCheck.Reasons(Trade, RuleSet.None, Fresh, Now, Now).Should().BeEmpty();
    }

    [Fact]
    public void Getting_out_is_never_held_up()
    {
        RuleSet rules = new() { MaxDailyLoss = new(1, RuleAction.Block), MaxTradesPerDay = new(1, RuleAction.Block) };
        AccountDay day = new(-500, 9, Now, [new("AAPL", PositionSide.Short, 10)]);

        TradeCheck.Reasons(Trade, rules, day, Now.AddHours(1), Now).Should().BeEmpty();
        TradeCheck.Reasons(Trade with { Quantity = 11 }, rules, day, Now.AddHours(1), Now).Should().NotBeEmpty("turning a position around opens a new one");
    }

    [Fact]
    public void Status_tells_what_the_next_trade_would_meet()
    {
        RuleSet rules = new()
        {
            MaxDailyLoss = new(100, RuleAction.Block),
            MaxTradesPerDay = new(2, RuleAction.Warn),
            CoolDownMinutes = new(15, RuleAction.Warn),
            MaxOpenPositions = new(1, RuleAction.Warn),
        };

        RuleStatus.Of(rules, new AccountDay(40, 1, null, []), Now).Should().Equal(
            new RuleStanding(RuleIds.MaxDailyLoss, RuleAction.Block, 0, 100, Reached: false),
            new RuleStanding(RuleIds.MaxTradesPerDay, RuleAction.Warn, 1, 2, Reached: false),
            new RuleStanding(RuleIds.CoolDown, RuleAction.Warn, null, 15, Reached: false),
            new RuleStanding(RuleIds.MaxOpenPositions, RuleAction.Warn, 0, 1, Reached: false));
        RuleStatus.Of(rules, new AccountDay(-100, 2, Now.AddMinutes(-14.5), [new("A", PositionSide.Long, 1)]), Now).Should().OnlyContain(standing => standing.Reached);
        RuleStatus.Of(RuleSet.None, Fresh, Now).Should().BeEmpty();
    }

    [Fact]
    public void Every_reason_speaks_both_languages()
    {
        RuleSet rules = new()
        {
            MaxDailyLoss = new(100, RuleAction.Warn),
            MaxTradesPerDay = new(1, RuleAction.Warn),
            CoolDownMinutes = new(15, RuleAction.Warn),
            MaxSize = new(5, RuleAction.Warn),
            MaxOpenPositions = new(1, RuleAction.Warn),
            RequiredChecklist = [new("Stop is set", RuleAction.Warn)],
        };
        AccountDay day = new(-120.5m, 2, Now.AddMinutes(-3), [new("TSLA", PositionSide.Long, 1)]);
        IReadOnlyList<CheckReason> reasons = TradeCheck.Reasons(Trade, rules, day, Now.AddMinutes(10), Now);

        reasons.Should().HaveCount(7);
        reasons.Select(reason => RuleTexts.Of(reason, "USD").En).Should().Equal(
            "You locked trading. The lock ends in 10 minutes.",
            "Today's loss is 120.5 USD; your limit is 100.",
            "You opened 2 trades today; your limit is 1.",
            "Your last loss was 3 minutes ago; you want to wait 15.",
            "The position would have 10 units; your limit is 5.",
            "You hold 1 open positions; your limit is 1.",
            "Not ticked yet: Stop is set.");
        reasons.Should().AllSatisfy(reason => RuleTexts.Of(reason, "USD").Zh.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}"));
    }
}
