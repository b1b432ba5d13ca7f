using System.Diagnostics;
using AIWendy.Plugins.Journal.Behaviour;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Behaviour;

/// <summary>What single detectors do at their edges, and how findings read.</summary>
public sealed class DetectorTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 14, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Detectors { get; } = [.. BehaviourBattery.Detectors.Select(detector => detector.Id)];

    [Theory]
    [MemberData(nameof(Detectors))]
    public void Nothing_is_said_without_enough_observations(string id)
    {
        IBehaviourDetector detector = BehaviourBattery.Detectors.Single(candidate => candidate.Id == id);
        foreach (int count in new[] { 0, 1, 5 })
        {
            Finding finding = detector.Detect(new BehaviourInput(Series(count, i => i % 2 == 0 ? 10 : -10)));

            finding.Reason.Should().Be(FindingReasons.NotEnoughData);
            finding.N.Should().BeLessThan(finding.RequiredN);
            (finding.Effect, finding.PValue, finding.Score, finding.Cost).Should().Be((null, null, null, null));
            finding.Significant.Should().BeFalse();
        }
    }

    [Theory]
    [MemberData(nameof(Detectors))]
    public void Sentences_are_complete_in_both_languages(string id)
    {
        IBehaviourDetector detector = BehaviourBattery.Detectors.Single(candidate => candidate.Id == id);
        Finding silent = detector.Detect(new BehaviourInput([]));
        IReadOnlyList<Finding> spoken = [.. BehaviourBattery.Run(new SimulatedTrader(7, Habit.Overtrades).Trade()), .. BehaviourBattery.Run(SimulatedPortfolio.Trade(7, 0.9, 2000))];
        Finding finding = spoken.First(candidate => candidate.Detector == id && candidate.Effect is not null);
        finding.Parts.Select(part => part.Id).Should().OnlyHaveUniqueItems();
        finding.Parts.Where(part => !PartTexts.Knows(part.Id)).Should().BeEmpty();

        foreach (Finding said in new[] { silent, finding })
        {
            string english = new FindingSentences("USD", "en").Of(said);
            string chinese = new FindingSentences("USD", "zh-CN").Of(said);
            english.Should().MatchRegex(@"^[A-Z0-9].*\.$").And.NotContain("{");
            chinese.Should().MatchRegex(@"\p{IsCJKUnifiedIdeographs}.*。$").And.NotContain("{");
        }

        new FindingSentences("USD", "en").Of(silent).Should().StartWith("Not enough data yet: 0 of");
    }

    [Fact]
    public void Every_detector_has_words() => DetectorTexts.All.Keys.Should().BeEquivalentTo(BehaviourBattery.Detectors.Select(detector => detector.Id));

    [Fact]
    public void The_order_in_which_trades_come_does_not_matter()
    {
        BehaviourTrade[] trades = [.. new SimulatedTrader(3, Habit.GrowsAfterWins) { Days = 60 }.Trade().Trades];
        IReadOnlyList<Finding> before = BehaviourBattery.Run(new BehaviourInput(trades));

        new Random(1).Shuffle(trades);

        BehaviourBattery.Run(new BehaviourInput(trades)).Should().BeEquivalentTo(before, options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_trader_who_always_trades_fast_is_not_found()
    {
        Finding finding = new RevengeDetector().Detect(new BehaviourInput(Series(200, i => i % 3 == 0 ? -10 : 10, gap: 2)));

        finding.Effect.Should().BeApproximately(0, 2);
        finding.PValue.Should().BeGreaterThan(0.2);
    }

    [Fact]
    public void Only_the_first_entry_after_a_close_counts()
    {
        List<BehaviourTrade> trades = [.. Series(40, i => i % 2 == 0 ? -10 : 10)];
        DateTimeOffset last = trades[^2].ClosedAt;
        trades.AddRange(Enumerable.Range(1, 20).Select(i => Trade(last.AddSeconds(i), 5, 5)));

        SequenceEntry[] after = [.. new BehaviourInput(trades).Sequence.Entries.Where(entry => entry.Previous?.ClosedAt == last)];

        after.Should().HaveCountGreaterThan(15);
        after.Count(entry => entry.FirstAfterPrevious).Should().Be(1);
    }

    [Fact]
    public void Cost_of_revenge_entries_is_what_they_lost()
    {
        BehaviourInput input = new SimulatedTrader(5, Habit.EntersAfterLosses) { Days = 40 }.Trade();
        Finding finding = new RevengeDetector().Detect(input);
        Dictionary<Guid, BehaviourTrade> trades = input.Trades.ToDictionary(trade => trade.Id);

        finding.Evidence.Should().HaveCount(10);
        finding.Evidence.Select(id => trades[id].Net).Should().BeInAscendingOrder();
        finding.Cost.Should().NotBe(0);
    }

    [Fact]
    public void Adding_at_a_worse_price_is_told_from_fills_of_one_order()
    {
        BehaviourTrade trade = new(Guid.NewGuid(), "A", PositionSide.Long, 2, 99, 101, 1, 4, 0.4m, Start, Start.AddHours(1));
        OpeningFill first = new(Start, 1, 100);

        AveragingDownDetector.Added(trade with { Entries = [first, new(Start.AddSeconds(20), 1, 98)] }).Should().BeNull();
        AveragingDownDetector.Added(trade with { Entries = [first, new(Start.AddMinutes(5), 1, 98)] }).Should().Match<AveragingDownDetector.Addition>(
            addition => addition.Worse && addition.WithoutIt == 1 - 0.2m);
        AveragingDownDetector.Added(trade with { Entries = [first, new(Start.AddMinutes(5), 1, 102)] })!.Worse.Should().BeFalse();
        AveragingDownDetector.Added(trade with { Side = PositionSide.Short, Entries = [first, new(Start.AddMinutes(5), 1, 102)] })!.Worse.Should().BeTrue();
    }

    [Fact]
    public void Losses_at_the_stop_are_no_finding_even_with_slippage()
    {
        BehaviourTrade[] trades = [.. Series(40, i => i % 2 == 0 ? 15 : -10.5m - (i % 5 * 0.1m)).Select(trade => trade with { PlannedStop = trade.EntryPrice - 10 })];
        Finding finding = new StopDisciplineDetector().Detect(new BehaviourInput(trades));

        finding.Effect.Should().BeInRange(-1.1, -1.05);
        finding.Relevant.Should().BeFalse();
        finding.PValue.Should().BeGreaterThan(0.5);
    }

    [Fact]
    public void A_widened_stop_is_counted_and_its_cost_is_what_went_beyond()
    {
        BehaviourTrade[] trades =
            [.. Series(20, i => i < 10 ? -10 : -25).Select(trade => trade with { PlannedStop = trade.EntryPrice - 10, FinalStop = trade.EntryPrice + trade.Gross })];
        Finding finding = new StopDisciplineDetector().Detect(new BehaviourInput(trades));

        finding.Cost.Should().Be(150);
        finding.Parts.Single(part => part.Id == "stops_widened").Value.Should().Be(10);
        finding.Effect.Should().BeApproximately(-1.75, 1e-9);
    }

    [Fact]
    public void Winners_closed_at_once_give_no_ratio() =>
        new HoldTimeDetector().Detect(new BehaviourInput(Series(40, i => i % 2 == 0 ? 10 : -10, hold: i => i % 2 == 0 ? 0 : 5)))
            .Reason.Should().Be(FindingReasons.NoVariation);

    [Fact]
    public void Twenty_thousand_trades_are_judged_while_a_page_waits()
    {
        BehaviourTrade[] trades = [.. new SimulatedTrader(11) { Days = 6000 }.Trade().Trades.Take(20_000)];
        BehaviourBattery.Run(new BehaviourInput(trades.Take(500)));
        TimeSpan best = TimeSpan.MaxValue;
        for (int round = 0; round < 3 && best > TimeSpan.FromSeconds(1); round++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            BehaviourBattery.Run(new BehaviourInput(trades)).Should().HaveCount(BehaviourBattery.Detectors.Count);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        output.WriteLine($"{best.TotalMilliseconds:0} ms");
        trades.Should().HaveCount(20_000);
        best.Should().BeLessThan(TimeSpan.FromSeconds(5), "alone on the machine it takes a fraction of a second");
    }

    private static IEnumerable<BehaviourTrade> Series(int count, Func<int, decimal> net, int gap = 45, Func<int, int>? hold = null)
    {
        DateTimeOffset at = Start;
        for (int i = 0; i < count; i++)
        {
            BehaviourTrade trade = Trade(at, hold?.Invoke(i) ?? 10, net(i));
            yield return trade;
            at = trade.ClosedAt.AddMinutes(gap);
        }
    }

    private static BehaviourTrade Trade(DateTimeOffset at, int minutes, decimal net) =>
        new(Guid.CreateVersion7(), "A", PositionSide.Long, 1, 100, 100 + net, 1, net, 0, at, at.AddMinutes(minutes));
}
