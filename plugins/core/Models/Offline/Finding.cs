namespace AIWendy.Plugins.Models.Offline;

/// <summary>What stands out in the figures: decides which sentences fit and what the closing question is about.</summary>
internal sealed record Finding
{
    private const decimal NoticeableGap = 5m;
    private const decimal Chance = 0.05m;
    private const int FewTrades = 20;

    /// <summary>How re-entries after losses compare: <c>more</c>, <c>maybe</c>, <c>same</c>, <c>few</c> or <see langword="null"/> when nobody looked.</summary>
    public string? Reentry { get; private init; }

    /// <summary>How size changes after a loss: <c>up</c>, <c>down</c>, <c>same</c>, <c>few</c> or <see langword="null"/>.</summary>
    public string? Size { get; private init; }

    /// <summary>Whether a loss is larger than a win on average.</summary>
    public bool LossesAreLarger { get; private init; }

    /// <summary>Whether the whole is positive.</summary>
    public bool IsGain { get; private init; }

    /// <summary>Whether there are too few trades for a pattern.</summary>
    public bool IsLowSample { get; private init; }

    /// <summary>What the closing sentence and question are about: <c>reentry</c>, <c>size</c>, <c>payoff</c> or <c>plain</c>.</summary>
    public string Lens => Reentry == "more" ? "reentry" : Size == "up" ? "size" : LossesAreLarger ? "payoff" : "plain";

    public static Finding Of(ToolFacts facts) => new()
    {
        Reentry = ReentryOf(facts),
        Size = SizeOf(facts),
        LossesAreLarger = facts.Value("average_loss") is { } loss && facts.Value("average_win") is { } win && Math.Abs(loss) > win,
        IsGain = facts.Value("net_pnl") >= 0,
        IsLowSample = facts.Value("trades") < FewTrades,
    };

    private static string? ReentryOf(ToolFacts facts)
    {
        if (facts.Figure("reentry_after_loss_rate") is not { } rate)
        {
            return null;
        }

        if (rate.Value is not { } afterLoss || facts.Value("reentry_after_win_rate") is not { } afterWin)
        {
            return "few";
        }

        bool isNoticeable = afterLoss - afterWin > NoticeableGap;
        bool mayBeChance = facts.Value("reentry_p_value") >= Chance;
        return !isNoticeable ? "same" : mayBeChance ? "maybe" : "more";
    }

    private static string? SizeOf(ToolFacts facts) => facts.Figure("size_after_loss_ratio") switch
    {
        null => null,
        { Value: null } => "few",
        { Value: >= 1.15m } => "up",
        { Value: <= 0.87m } => "down",
        _ => "same",
    };
}
