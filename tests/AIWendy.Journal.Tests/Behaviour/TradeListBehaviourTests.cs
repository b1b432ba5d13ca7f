using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;
using Xunit.Abstractions;

namespace AIWendy.Journal.Tests.Behaviour;

/// <summary>Real lists of closed trades, against behaviour that was computed independently.</summary>
public sealed class TradeListBehaviourTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("mt4_usd_297")]
    [InlineData("mt4_small_124")]
    [InlineData("mt5_1395")]
    [InlineData("topstepx_486")]
    [InlineData("freqtrade_StrategyTestV3")]
    public void Behaviour_matches(string name)
    {
        if (Fixtures.Find($"trades/{name}.csv") is not { } path)
        {
            output.WriteLine("The shared test data is absent; nothing was checked.");
            return;
        }

        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Fixtures.Find("trades/expected.json")!)).RootElement.GetProperty(name);
        BehaviourInput input = new(File.ReadLines(path).Skip(1).Select(line => Trade(line.Split(','))));

        HoldRatioMatches(input, expected);
        ReentriesMatch(input, expected);
        DispositionMatches(input, expected.GetProperty("disposition"));
        foreach (Finding finding in BehaviourBattery.Run(input).Where(finding => finding.Significant))
        {
            output.WriteLine($"{finding.Detector}: effect {finding.Effect:0.###} {finding.EffectUnit}, corrected p {finding.Corrected:0.#####}, n {finding.N}");
        }
    }

    private static void HoldRatioMatches(BehaviourInput input, JsonElement expected)
    {
        double Mean(TradeOutcome outcome) => input.Trades.Where(trade => trade.Outcome == outcome).Average(trade => trade.HoldMinutes);
        (Mean(TradeOutcome.Loss) / Mean(TradeOutcome.Win)).Should().BeApproximately(expected.GetProperty("hold_ratio").GetDouble(), 0.0001);
    }

    private static void ReentriesMatch(BehaviourInput input, JsonElement expected)
    {
        // These lists let a trade that closes within the second of its opening follow itself; here it follows another one.
        SequenceEntry[] entries = [.. input.Sequence.Entries.Select(entry => Last(entry.Trade) == entry.Trade ? entry with { Previous = entry.Trade } : entry)];
        SequenceEntry[] afterLoss = [.. entries.Where(entry => entry.Previous?.Outcome == TradeOutcome.Loss)];
        SequenceEntry[] afterWin = [.. entries.Where(entry => entry.Previous?.Outcome == TradeOutcome.Win)];
        afterLoss.Length.Should().Be(expected.GetProperty("opened_after_loss").GetInt32());
        afterWin.Length.Should().Be(expected.GetProperty("opened_after_win").GetInt32());
        afterLoss.Count(entry => entry.GapMinutes <= 5).Should().Be(expected.GetProperty("reentry_5min_after_loss").GetInt32());
        foreach ((string field, SequenceEntry[] group) in new[] { ("size_after_loss", afterLoss), ("size_after_win", afterWin) })
        {
            if (expected.GetProperty(field).ValueKind == JsonValueKind.Number)
            {
                group.Average(entry => (double)entry.Trade.Quantity).Should().BeApproximately(expected.GetProperty(field).GetDouble(), 0.0001, field);
            }
        }

        BehaviourTrade? Last(BehaviourTrade trade) => input.Trades.LastOrDefault(other => other.ClosedAt <= trade.OpenedAt);
    }

    private static void DispositionMatches(BehaviourInput input, JsonElement expected)
    {
        DispositionTotals totals = DispositionTotals.Of(DispositionCount.Of(input.Trades, withCosts: false, onlyAmongOthers: false));
        (totals.RealisedGains, totals.RealisedLosses, totals.PaperGains, totals.PaperLosses).Should().Be((
            expected.GetProperty("RG").GetInt32(), expected.GetProperty("RL").GetInt32(), expected.GetProperty("PG").GetInt32(), expected.GetProperty("PL").GetInt32()));
        totals.Effect.Should().BeApproximately(expected.GetProperty("effect").GetDouble(), 0.0001);
    }

    private static BehaviourTrade Trade(string[] cells)
    {
        decimal Number(int column) => decimal.Parse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture);
        DateTimeOffset Time(int column) => DateTimeOffset.Parse(cells[column], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        PositionSide side = cells[2] == "buy" ? PositionSide.Long : PositionSide.Short;
        return new BehaviourTrade(Guid.CreateVersion7(), cells[1], side, Number(3), Number(6), Number(7), 1, Number(11), 0, Time(4), Time(5));
    }
}
