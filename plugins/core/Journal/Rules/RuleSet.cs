using System.Text.Json;
using System.Text.Json.Serialization;

namespace AIWendy.Plugins.Journal.Rules;

/// <summary>What happens when a rule is not met, weakest first.</summary>
[JsonConverter(typeof(RuleActionConverter))]
internal enum RuleAction
{
    /// <summary>The trader is told.</summary>
    Warn,

    /// <summary>The trader must confirm with a note.</summary>
    Confirm,

    /// <summary>The trade is not to be taken.</summary>
    Block,
}

/// <summary>Writes actions in lower camel case.</summary>
internal sealed class RuleActionConverter() : JsonStringEnumConverter<RuleAction>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>A number that must not be passed.</summary>
internal sealed record RuleLimit(decimal Value, RuleAction Action);

/// <summary>Something that must be ticked before an entry.</summary>
internal sealed record RuleItem(string Value, RuleAction Action);

/// <summary>The rules that somebody set for himself; what is null is not ruled.</summary>
internal sealed record RuleSet
{
    /// <summary>No rule at all.</summary>
    public static readonly RuleSet None = new();

    /// <summary>Loss of a trading day, in the currency of the account.</summary>
    public RuleLimit? MaxDailyLoss { get; init; }

    /// <summary>Trades opened on a trading day.</summary>
    public RuleLimit? MaxTradesPerDay { get; init; }

    /// <summary>Minutes to wait after a loss.</summary>
    public RuleLimit? CoolDownMinutes { get; init; }

    /// <summary>Units of one position.</summary>
    public RuleLimit? MaxSize { get; init; }

    /// <summary>Positions open at a time.</summary>
    public RuleLimit? MaxOpenPositions { get; init; }

    /// <summary>What must be ticked before an entry.</summary>
    public IReadOnlyList<RuleItem> RequiredChecklist { get; init; } = [];

    /// <summary>
    /// The rules that hold at once when others are wanted: of each pair the stricter value with the stronger action. What
    /// protects more applies immediately; what protects less has to wait.
    /// </summary>
    public RuleSet Strictest(RuleSet wanted) => new()
    {
        MaxDailyLoss = Stricter(MaxDailyLoss, wanted.MaxDailyLoss, Math.Min),
        MaxTradesPerDay = Stricter(MaxTradesPerDay, wanted.MaxTradesPerDay, Math.Min),
        CoolDownMinutes = Stricter(CoolDownMinutes, wanted.CoolDownMinutes, Math.Max),
        MaxSize = Stricter(MaxSize, wanted.MaxSize, Math.Min),
        MaxOpenPositions = Stricter(MaxOpenPositions, wanted.MaxOpenPositions, Math.Min),
        RequiredChecklist = Both(wanted.RequiredChecklist, RequiredChecklist),
    };

    /// <summary>Whether both rule the same.</summary>
    public bool IsSameAs(RuleSet other) =>
        MaxDailyLoss == other.MaxDailyLoss && MaxTradesPerDay == other.MaxTradesPerDay && CoolDownMinutes == other.CoolDownMinutes
        && MaxSize == other.MaxSize && MaxOpenPositions == other.MaxOpenPositions && RequiredChecklist.SequenceEqual(other.RequiredChecklist);

    private static RuleLimit? Stricter(RuleLimit? current, RuleLimit? wanted, Func<decimal, decimal, decimal> stricter) =>
        current is null || wanted is null
            ? current ?? wanted
            : new RuleLimit(stricter(current.Value, wanted.Value), current.Action > wanted.Action ? current.Action : wanted.Action);

    private static RuleItem[] Both(IReadOnlyList<RuleItem> wanted, IReadOnlyList<RuleItem> current) =>
    [
        .. wanted.Concat(current).GroupBy(item => item.Value, StringComparer.Ordinal).Select(items => new RuleItem(items.Key, items.Max(item => item.Action))),
    ];
}

/// <summary>Rules with a change that waits.</summary>
/// <param name="Current">What holds until then.</param>
/// <param name="Pending">What holds from <paramref name="PendingFrom"/> on, or null.</param>
/// <param name="PendingFrom">When, in UTC.</param>
internal sealed record StoredRules(RuleSet Current, RuleSet? Pending, DateTimeOffset? PendingFrom)
{
    /// <summary>Nothing was ever set.</summary>
    public static readonly StoredRules Empty = new(RuleSet.None, null, null);

    /// <summary>What holds at a time.</summary>
    public StoredRules At(DateTimeOffset now) => Pending is not null && PendingFrom <= now ? new StoredRules(Pending, null, null) : this;

    /// <summary>Sets other rules: what protects more holds at once, the rest from a later time on.</summary>
    public StoredRules Change(RuleSet wanted, DateTimeOffset now, DateTimeOffset looserFrom)
    {
        RuleSet strictest = At(now).Current.Strictest(wanted);
        return strictest.IsSameAs(wanted) ? new StoredRules(wanted, null, null) : new StoredRules(strictest, wanted, looserFrom);
    }
}
