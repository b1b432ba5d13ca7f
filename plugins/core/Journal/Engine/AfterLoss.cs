using System.Runtime.InteropServices;

namespace AIWendy.Plugins.Journal.Engine;

/// <summary>
/// What a trader does right after a loss, beside what the same trader does right after a win: without that control,
/// anybody who always trades fast would look as if losses drove him. It describes; it is no diagnosis.
/// </summary>
public sealed class AfterLoss
{
    /// <summary>Below this many trades after a loss, and after a win, nothing is said.</summary>
    public const int MinimumTrades = 10;

    private const double LongestWindowMinutes = 30;
    private const double ShortestWindowMinutes = 5;
    private const int SizeHistory = 20;
    private const int EvidenceCount = 5;

    private AfterLoss(IReadOnlyList<FigureValue> figures, IReadOnlyList<ClosedTrade> evidence, decimal? windowMinutes)
    {
        Figures = figures;
        Evidence = evidence;
        WindowMinutes = windowMinutes;
    }

    /// <summary>The figures.</summary>
    public IReadOnlyList<FigureValue> Figures { get; }

    /// <summary>The re-entries after losses that cost most, worst first, at most five; only losing ones.</summary>
    public IReadOnlyList<ClosedTrade> Evidence { get; }

    /// <summary>
    /// A trade counts as a re-entry when it was opened at most this long after the latest close:
    /// min(30, max(5, a quarter of the median gap)). <see langword="null"/> without any gap.
    /// </summary>
    public decimal? WindowMinutes { get; }

    /// <summary>Analyses closed trades of one currency, in any order.</summary>
    public static AfterLoss Of(IReadOnlyList<ClosedTrade> trades)
    {
        ArgumentNullException.ThrowIfNull(trades);
        List<Entry> entries = Entries(trades);
        double? window = Window(entries);
        Group loss = new([.. entries.Where(entry => entry.Previous == TradeOutcome.Loss)], window);
        Group win = new([.. entries.Where(entry => entry.Previous == TradeOutcome.Win)], window);
        bool enough = loss.All.Count >= MinimumTrades && win.All.Count >= MinimumTrades;
        List<FigureValue> figures =
        [
            new("trades_after_loss", loss.All.Count, FigureUnits.Count, loss.All.Count),
            new("trades_after_win", win.All.Count, FigureUnits.Count, win.All.Count),
            Rate("reentry_after_loss_rate", loss.Reentries.Count, loss.All.Count, enough),
            Rate("reentry_after_win_rate", win.Reentries.Count, win.All.Count, enough),
            .. Comparison(loss, win, enough),
            Sum("reentry_after_loss_net", loss.Reentries, enough),
            Sum("reentry_after_win_net", win.Reentries, enough),
            OtherNet(trades, loss, enough),
            WinRate("reentry_after_loss_win_rate", loss.Reentries, enough),
            WinRate("reentry_after_win_win_rate", win.Reentries, enough),
            Mean("reentry_after_loss_expectancy", loss.Reentries, enough),
            Mean("reentry_after_win_expectancy", win.Reentries, enough),
            SizeRatio("size_after_loss_ratio", loss.All, enough),
            SizeRatio("size_after_win_ratio", win.All, enough),
            window is { } minutes
                ? new("reentry_window", (decimal)minutes, FigureUnits.Minutes, entries.Count)
                : FigureValue.Undefined("reentry_window", FigureUnits.Minutes, entries.Count, FigureReasons.TooFewTrades),
        ];
        ClosedTrade[] evidence = enough
            ? [.. loss.Reentries.Select(entry => entry.Trade).Where(trade => trade.Net < 0).OrderBy(trade => trade.Net).Take(EvidenceCount)]
            : [];
        return new AfterLoss(figures, evidence, (decimal?)window);
    }

    private static List<Entry> Entries(IReadOnlyList<ClosedTrade> trades)
    {
        ClosedTrade[] byOpening = [.. trades.OrderBy(trade => trade.OpenedAt).ThenBy(trade => trade.ClosedAt)];
        ClosedTrade[] byClosing = [.. trades.OrderBy(trade => trade.ClosedAt).ThenBy(trade => trade.OpenedAt)];
        List<Entry> entries = new(trades.Count);
        Dictionary<string, Queue<decimal>> history = new(StringComparer.Ordinal);
        int closed = 0;
        foreach (ClosedTrade trade in byOpening)
        {
            while (closed < byClosing.Length && byClosing[closed].ClosedAt <= trade.OpenedAt)
            {
                closed++;
            }

            // Sizes of one instrument only: a future's notional beside a share's would say nothing about a habit.
            Queue<decimal> sizes = CollectionsMarshal.GetValueRefOrAddDefault(history, trade.Symbol, out _) ??= new Queue<decimal>(SizeHistory);
            ClosedTrade? previous = LatestClose(byClosing, closed, trade);
            if (previous is not null)
            {
                entries.Add(new Entry(
                    trade,
                    TradeOutcomes.Of(previous.Net),
                    (trade.OpenedAt - previous.ClosedAt).TotalMinutes,
                    sizes.Count == 0 ? null : Median([.. sizes])));
            }

            sizes.Enqueue(trade.Notional);
            if (sizes.Count > SizeHistory)
            {
                sizes.Dequeue();
            }
        }

        return entries;
    }

    // A trade that opened and closed within the same second is never its own predecessor.
    private static ClosedTrade? LatestClose(ClosedTrade[] byClosing, int closed, ClosedTrade trade)
    {
        for (int i = closed - 1; i >= 0; i--)
        {
            if (byClosing[i].Id != trade.Id)
            {
                return byClosing[i];
            }
        }

        return null;
    }

    private static double? Window(List<Entry> entries) => entries.Count == 0
        ? null
        : Math.Min(LongestWindowMinutes, Math.Max(ShortestWindowMinutes, (double)Median([.. entries.Select(entry => (decimal)entry.GapMinutes)]) / 4));

    private static FigureValue Rate(string id, int hits, int n, bool enough) => !enough
        ? FigureValue.Undefined(id, FigureUnits.Percent, n, FigureReasons.TooFewTrades)
        : new(id, 100m * hits / n, FigureUnits.Percent, n) { Interval = Distributions.Wilson(hits, n), LowSample = n < FigureValue.LowSampleBelow };

    private static IEnumerable<FigureValue> Comparison(Group loss, Group win, bool enough)
    {
        int n = loss.All.Count + win.All.Count;
        if (!enough)
        {
            yield return FigureValue.Undefined("reentry_difference", FigureUnits.Percent, n, FigureReasons.TooFewTrades);
            yield return FigureValue.Undefined("reentry_p_value", FigureUnits.Ratio, n, FigureReasons.TooFewTrades);
            yield break;
        }

        decimal difference = (100m * loss.Reentries.Count / loss.All.Count) - (100m * win.Reentries.Count / win.All.Count);
        double p = Distributions.FisherTwoSided(loss.Reentries.Count, loss.All.Count, win.Reentries.Count, win.All.Count);
        yield return new("reentry_difference", difference, FigureUnits.Percent, n);
        yield return new("reentry_p_value", (decimal)p, FigureUnits.Ratio, n);
    }

    private static FigureValue Sum(string id, List<Entry> entries, bool enough) => !enough
        ? FigureValue.Undefined(id, FigureUnits.Money, entries.Count, FigureReasons.TooFewTrades)
        : new(id, entries.Sum(entry => entry.Trade.Net), FigureUnits.Money, entries.Count);

    private static FigureValue OtherNet(IReadOnlyList<ClosedTrade> trades, Group loss, bool enough)
    {
        int n = trades.Count - loss.Reentries.Count;
        return enough
            ? new("other_trades_net", trades.Sum(trade => trade.Net) - loss.Reentries.Sum(entry => entry.Trade.Net), FigureUnits.Money, n)
            : FigureValue.Undefined("other_trades_net", FigureUnits.Money, n, FigureReasons.TooFewTrades);
    }

    private static FigureValue WinRate(string id, List<Entry> entries, bool enough)
    {
        int wins = entries.Count(entry => entry.Trade.Net > 0);
        int decided = entries.Count(entry => entry.Trade.Net != 0);
        if (!enough || decided == 0)
        {
            return FigureValue.Undefined(id, FigureUnits.Percent, decided, enough ? FigureReasons.NoTrades : FigureReasons.TooFewTrades);
        }

        return new(id, 100m * wins / decided, FigureUnits.Percent, decided)
        {
            Interval = Distributions.Wilson(wins, decided),
            LowSample = decided < FigureValue.LowSampleBelow,
        };
    }

    private static FigureValue Mean(string id, List<Entry> entries, bool enough) => !enough || entries.Count == 0
        ? FigureValue.Undefined(id, FigureUnits.Money, entries.Count, enough ? FigureReasons.NoTrades : FigureReasons.TooFewTrades)
        : new(id, entries.Sum(entry => entry.Trade.Net) / entries.Count, FigureUnits.Money, entries.Count)
        {
            LowSample = entries.Count < FigureValue.LowSampleBelow,
        };

    private static FigureValue SizeRatio(string id, List<Entry> entries, bool enough)
    {
        decimal[] ratios = [.. entries.Where(entry => entry.UsualSize > 0).Select(entry => entry.Trade.Notional / entry.UsualSize!.Value)];
        return !enough || ratios.Length == 0
            ? FigureValue.Undefined(id, FigureUnits.Ratio, ratios.Length, FigureReasons.TooFewTrades)
            : new(id, Median(ratios), FigureUnits.Ratio, ratios.Length) { LowSample = ratios.Length < FigureValue.LowSampleBelow };
    }

    private static decimal Median(decimal[] values)
    {
        Array.Sort(values);
        int middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private sealed record Entry(ClosedTrade Trade, TradeOutcome Previous, double GapMinutes, decimal? UsualSize);

    private sealed class Group(List<Entry> all, double? window)
    {
        public List<Entry> All { get; } = all;

        public List<Entry> Reentries { get; } = [.. all.Where(entry => entry.GapMinutes <= window)];
    }
}
