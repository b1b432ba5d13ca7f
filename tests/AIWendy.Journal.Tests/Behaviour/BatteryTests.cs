using AIWendy.Plugins.Journal.Engine.Behaviour;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Behaviour;

/// <summary>The battery against simulated traders: it must find what is planted and leave alone who trades at random.</summary>
public sealed class BatteryTests(ITestOutputHelper output)
{
    private const int RandomTraders = 1000;
    private const int Planted = 60;

    [Fact]
    public void Random_traders_are_left_alone()
    {
        string[][] alerts = new string[RandomTraders][];
        int[] spoke = new int[RandomTraders];
        Parallel.For(0, RandomTraders, seed =>
        {
            IReadOnlyList<Finding> findings = BehaviourBattery.Run(SimulatedTrader.AtRandom(seed));
            alerts[seed] = [.. findings.Where(finding => finding.Significant).Select(finding => finding.Detector)];
            spoke[seed] = findings.Count(finding => finding.PValue is not null);
        });

        foreach (IGrouping<string, string> detector in alerts.SelectMany(found => found).GroupBy(id => id))
        {
            output.WriteLine($"{detector.Key}: {detector.Count()} of {RandomTraders}");
        }

        double share = (double)alerts.Count(found => found.Length > 0) / RandomTraders;
        output.WriteLine($"any alert: {share:P1}; detectors tested per trader: {spoke.Average():0.0}");
        spoke.Average().Should().BeGreaterThan(8, "otherwise the battery would be quiet because it looked at nothing");
        share.Should().BeLessThanOrEqualTo(0.05);
    }

    [Theory]
    [InlineData("hold_time", nameof(Habit.HoldsLosers))]
    [InlineData("revenge_entry", nameof(Habit.EntersAfterLosses))]
    [InlineData("loss_chasing", nameof(Habit.ChasesLosses))]
    [InlineData("overtrading", nameof(Habit.Overtrades))]
    [InlineData("trade_number", nameof(Habit.LosesWithEachTrade))]
    [InlineData("fatigue", nameof(Habit.LosesWithEachHour))]
    [InlineData("stop_discipline", nameof(Habit.IgnoresStops))]
    [InlineData("size_after_wins", nameof(Habit.GrowsAfterWins))]
    [InlineData("size_after_losses", nameof(Habit.GrowsAfterLosses))]
    [InlineData("outcome_streaks", nameof(Habit.HasStreaks))]
    [InlineData("size_follows_result", nameof(Habit.SizesByResult))]
    [InlineData("averaging_down", nameof(Habit.AveragesDown))]
    [InlineData("early_exit", nameof(Habit.ExitsEarly))]
    [InlineData("rule_cost", nameof(Habit.PaysForBrokenRules))]
    [InlineData("mood_link", nameof(Habit.FollowsMood))]
    [InlineData("round_numbers", nameof(Habit.ExitsOnRoundPrices))]
    [InlineData("after_largest_loss", nameof(Habit.ShrinksAfterLargestLoss))]
    public void A_planted_habit_is_found_at_the_documented_number_of_observations(string detector, string habit) =>
        Power(detector, seed => new SimulatedTrader(seed, Enum.Parse<Habit>(habit)).Trade()).Should().BeGreaterThanOrEqualTo(0.8);

    [Fact]
    public void Disposition_is_found_at_the_documented_number_of_observations() =>
        Power("disposition", seed => SimulatedPortfolio.Trade(seed, bias: 0.9, steps: 2000)).Should().BeGreaterThanOrEqualTo(0.8);

    // Everybody is looked at with as few trades as the detector needs to speak at all.
    private double Power(string id, Func<int, BehaviourInput> trade)
    {
        IBehaviourDetector detector = BehaviourBattery.Detectors.Single(candidate => candidate.Id == id);
        bool[] found = new bool[Planted];
        int[] counts = new int[Planted];
        Parallel.For(0, Planted, seed =>
        {
            BehaviourInput everything = trade(seed);
            BehaviourInput input = Shortest(everything, detector);
            counts[seed] = input.Trades.Count;
            found[seed] = BehaviourBattery.Run(input).Single(finding => finding.Detector == id).Significant;
        });
        double power = (double)found.Count(hit => hit) / Planted;
        output.WriteLine($"{id}: power {power:P0} with {counts.Average():0} trades");
        return power;
    }

    private static BehaviourInput Shortest(BehaviourInput everything, IBehaviourDetector detector)
    {
        int low = 1;
        int high = 64;
        while (high < everything.Trades.Count && !Speaks(high))
        {
            low = high;
            high *= 2;
        }

        high = Math.Min(high, everything.Trades.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Speaks(middle) ? (low, middle) : (middle + 1, high);
        }

        return First(low);

        bool Speaks(int count) => detector.Detect(First(count)) is { PValue: not null } finding && finding.N >= finding.RequiredN;
        BehaviourInput First(int count) => new(everything.Trades.Take(count)) { Moods = everything.Moods };
    }
}
