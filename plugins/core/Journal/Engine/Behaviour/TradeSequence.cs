using System.Runtime.InteropServices;

namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>A trade with what its trader knew when he opened it.</summary>
/// <param name="Trade">The trade.</param>
/// <param name="Previous">The latest of the trades that were closed before it was opened, or <see langword="null"/>.</param>
/// <param name="FirstAfterPrevious">Whether it is the first one opened after that close.</param>
/// <param name="WinStreak">How many wins in a row lay behind; breakevens neither break nor extend.</param>
/// <param name="LossStreak">How many losses in a row lay behind.</param>
/// <param name="RelativeSize">Notional against the median of the last twenty trades of that symbol; <see langword="null"/> while there are fewer than five.</param>
/// <param name="NumberOfDay">1 for the first trade opened that day.</param>
/// <param name="HoursIntoDay">Hours since the first entry of the day.</param>
internal sealed record SequenceEntry(
    BehaviourTrade Trade,
    BehaviourTrade? Previous,
    bool FirstAfterPrevious,
    int WinStreak,
    int LossStreak,
    double? RelativeSize,
    int NumberOfDay,
    double HoursIntoDay)
{
    /// <summary>Minutes since the previous close.</summary>
    public double GapMinutes => Previous is null ? double.PositiveInfinity : (Trade.OpenedAt - Previous.ClosedAt).TotalMinutes;
}

/// <summary>Trades in the order in which they were opened.</summary>
internal sealed class TradeSequence
{
    private const int SizeHistory = 20;
    private const int LeastHistory = 5;

    private TradeSequence(IReadOnlyList<SequenceEntry> entries) => Entries = entries;

    /// <summary>The trades by opening time.</summary>
    public IReadOnlyList<SequenceEntry> Entries { get; }

    /// <summary>Puts trades in order.</summary>
    /// <param name="byClosing">Trades by closing time.</param>
    public static TradeSequence Of(IReadOnlyList<BehaviourTrade> byClosing)
    {
        BehaviourTrade[] byOpening = [.. byClosing.OrderBy(trade => trade.OpenedAt).ThenBy(trade => trade.ClosedAt)];
        Closes closes = new(byClosing);
        Dictionary<string, RecentSizes> sizes = new(StringComparer.Ordinal);
        Dictionary<DateOnly, (int Count, DateTimeOffset First)> days = [];
        List<SequenceEntry> entries = new(byOpening.Length);
        BehaviourTrade? before = null;
        foreach (BehaviourTrade trade in byOpening)
        {
            (BehaviourTrade? previous, int wins, int losses) = closes.Before(trade);
            RecentSizes history = CollectionsMarshal.GetValueRefOrAddDefault(sizes, trade.Symbol, out _) ??= new RecentSizes();
            ref (int Count, DateTimeOffset First) day = ref CollectionsMarshal.GetValueRefOrAddDefault(days, trade.OpenedOn, out bool known);
            day = known ? (day.Count + 1, day.First) : (1, trade.OpenedAt);
            bool first = previous is not null && !ReferenceEquals(previous, before);
            entries.Add(new SequenceEntry(
                trade, previous, first, wins, losses, history.Relative((double)trade.Notional), day.Count, (trade.OpenedAt - day.First).TotalHours));
            history.Add((double)trade.Notional);
            before = previous;
        }

        return new TradeSequence(entries);
    }

    /// <summary>Walks along the closes; asked in the order of openings.</summary>
    private sealed class Closes(IReadOnlyList<BehaviourTrade> byClosing)
    {
        private readonly (int Wins, int Losses)[] streaks = Streaks(byClosing);
        private int closed;

        // A trade that opened and closed within the same second is never its own predecessor.
        public (BehaviourTrade? Previous, int Wins, int Losses) Before(BehaviourTrade trade)
        {
            while (closed < byClosing.Count && byClosing[closed].ClosedAt <= trade.OpenedAt)
            {
                closed++;
            }

            int index = closed - 1;
            if (index >= 0 && byClosing[index].Id == trade.Id)
            {
                index--;
            }

            return index < 0 ? (null, 0, 0) : (byClosing[index], streaks[index].Wins, streaks[index].Losses);
        }

        private static (int Wins, int Losses)[] Streaks(IReadOnlyList<BehaviourTrade> trades)
        {
            (int Wins, int Losses)[] streaks = new (int, int)[trades.Count];
            (int wins, int losses) = (0, 0);
            for (int i = 0; i < streaks.Length; i++)
            {
                (wins, losses) = trades[i].Outcome switch
                {
                    TradeOutcome.Win => (wins + 1, 0),
                    TradeOutcome.Loss => (0, losses + 1),
                    _ => (wins, losses),
                };
                streaks[i] = (wins, losses);
            }

            return streaks;
        }
    }

    /// <summary>The last twenty sizes of a symbol, kept sorted.</summary>
    private sealed class RecentSizes
    {
        private readonly Queue<double> order = new(SizeHistory + 1);
        private readonly List<double> sorted = new(SizeHistory + 1);

        public double? Relative(double size)
        {
            if (sorted.Count < LeastHistory || size <= 0)
            {
                return null;
            }

            int middle = sorted.Count / 2;
            double median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            return median > 0 ? size / median : null;
        }

        public void Add(double size)
        {
            order.Enqueue(size);
            Insert(size);
            if (order.Count > SizeHistory)
            {
                sorted.RemoveAt(sorted.BinarySearch(order.Dequeue()));
            }
        }

        private void Insert(double size)
        {
            int place = sorted.BinarySearch(size);
            sorted.Insert(place < 0 ? ~place : place, size);
        }
    }
}
