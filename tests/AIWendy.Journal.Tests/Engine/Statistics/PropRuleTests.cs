using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Journal.Tests.Engine.Statistics;

public sealed class PropRuleTests
{
    private static readonly ResultSeries SetG = ResultSeries.Of(Vectors.SetG(), new StatisticsOptions { StartBalance = 10_000 });

    [Theory]
    [InlineData(100, PropRuleState.Broken, 150, 0)]
    [InlineData(150, PropRuleState.Broken, 150, 0)]
    [InlineData(151, PropRuleState.Kept, 150, 1)]
    public void Daily_loss_is_broken_when_it_is_reached(decimal limit, PropRuleState state, decimal value, decimal remaining) =>
        Judge(new PropRuleSet { DailyLoss = limit }).Should().BeEquivalentTo(new { Rule = "daily_loss", Value = value, Remaining = remaining, State = state });

    [Fact]
    public void Daily_loss_counts_within_the_day()
    {
        ResultSeries series = ResultSeries.Of(Vectors.Trades([(0, -90), (0, 200)]), StatisticsOptions.Default);

        PropRules.Judge(series, new PropRuleSet { DailyLoss = 80 }).Single().State.Should().Be(PropRuleState.Broken);
    }

    [Fact]
    public void Drawdown_trails_the_peak_or_stays_with_the_start()
    {
        Judge(new PropRuleSet { MaxDrawdown = 200, Drawdown = DrawdownRule.Trailing }).Should().BeEquivalentTo(new { Value = 150m, State = PropRuleState.Kept });
        Judge(new PropRuleSet { MaxDrawdown = 200 }).Should().BeEquivalentTo(new { Value = 0m, Remaining = 200m, State = PropRuleState.Kept });
        Judge(new PropRuleSet { MaxDrawdown = 150, Drawdown = DrawdownRule.Trailing }).State.Should().Be(PropRuleState.Broken);
    }

    [Theory]
    [InlineData(350, PropRuleState.Reached)]
    [InlineData(401, PropRuleState.Pending)]
    public void Target_is_reached_once(decimal target, PropRuleState state) => Judge(new PropRuleSet { ProfitTarget = target }).State.Should().Be(state);

    [Fact]
    public void Days_are_counted_and_consistency_needs_a_profit()
    {
        Judge(new PropRuleSet { MinimumDays = 6 }).State.Should().Be(PropRuleState.Reached);
        Judge(new PropRuleSet { MinimumDays = 7 }).Remaining.Should().Be(1);
        PropRules.Judge(ResultSeries.Of(Vectors.Trades([(0, -1)]), StatisticsOptions.Default), new PropRuleSet { Consistency = 30 }).Single().State.Should().Be(PropRuleState.NotApplicable);
    }

    private static PropRuleStatus Judge(PropRuleSet rules) => PropRules.Judge(SetG, rules).Single();
}
