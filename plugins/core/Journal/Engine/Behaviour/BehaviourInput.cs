namespace AIWendy.Plugins.Journal.Engine.Behaviour;

/// <summary>What the detectors look at, with what several of them derive from it, computed once.</summary>
internal sealed class BehaviourInput
{
    private readonly Lazy<TradeSequence> sequence;
    private readonly Lazy<IReadOnlyList<TradingDay>> days;

    /// <summary>Takes closed trades of one currency, in any order; those that closed at once stay in the order given.</summary>
    public BehaviourInput(IEnumerable<BehaviourTrade> trades)
    {
        Trades = [.. trades.OrderBy(trade => trade.ClosedAt)];
        sequence = new(() => TradeSequence.Of(Trades));
        days = new(() => TradingDay.Of(Sequence));
    }

    /// <summary>The trades by closing time.</summary>
    public IReadOnlyList<BehaviourTrade> Trades { get; }

    /// <summary>Mood by day, 1 to 5, as the trader noted it; empty when nothing was noted.</summary>
    public IReadOnlyDictionary<DateOnly, int> Moods { get; init; } = new Dictionary<DateOnly, int>();

    /// <summary>The trades by opening time, each with what went before.</summary>
    public TradeSequence Sequence => sequence.Value;

    /// <summary>Days on which positions were opened, in their order.</summary>
    public IReadOnlyList<TradingDay> Days => days.Value;
}

/// <summary>The trades that were opened on one day, by opening time.</summary>
/// <param name="Date">The day.</param>
/// <param name="Entries">Its trades.</param>
internal sealed record TradingDay(DateOnly Date, IReadOnlyList<SequenceEntry> Entries)
{
    /// <summary>Splits a sequence into days.</summary>
    public static IReadOnlyList<TradingDay> Of(TradeSequence sequence) =>
    [
        .. sequence.Entries.GroupBy(entry => entry.Trade.OpenedOn).OrderBy(day => day.Key).Select(day => new TradingDay(day.Key, [.. day])),
    ];
}
