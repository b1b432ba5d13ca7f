namespace AIWendy.Plugins.Models.Offline;

/// <summary>What a question is about, as far as the offline coach tells questions apart.</summary>
internal enum Intent
{
    /// <summary>Nothing known.</summary>
    Unclear,

    /// <summary>An answer to what the coach asked, or a remark.</summary>
    Reflection,

    /// <summary>"Why do I lose?"</summary>
    WhyLosing,

    /// <summary>What happens after a loss; revenge.</summary>
    AfterLoss,

    /// <summary>How things stand.</summary>
    Overview,

    /// <summary>The win rate.</summary>
    WinRate,

    /// <summary>The profit factor.</summary>
    ProfitFactor,

    /// <summary>What a trade brings on average.</summary>
    Expectancy,

    /// <summary>Average win against average loss.</summary>
    Payoff,

    /// <summary>The deepest fall.</summary>
    Drawdown,

    /// <summary>The largest losses.</summary>
    WorstTrades,

    /// <summary>The largest wins.</summary>
    BestTrades,

    /// <summary>The latest trades.</summary>
    RecentTrades,

    /// <summary>Position size.</summary>
    Sizing,

    /// <summary>Trading too much, or at the wrong time.</summary>
    Overtrading,

    /// <summary>Rules, discipline, plans.</summary>
    Discipline,

    /// <summary>Stops and exits.</summary>
    Exits,

    /// <summary>Fear and hesitation.</summary>
    Fear,

    /// <summary>Anger, tilt, frustration.</summary>
    Tilt,

    /// <summary>Fear of missing out.</summary>
    Fomo,

    /// <summary>A greeting.</summary>
    Greeting,

    /// <summary>Thanks.</summary>
    Thanks,

    /// <summary>What the coach can do.</summary>
    Capabilities,

    /// <summary>What the coach is.</summary>
    WhoAreYou,

    /// <summary>How to bring trades in.</summary>
    Import,

    /// <summary>Wants to be told what to buy or sell.</summary>
    Advice,

    /// <summary>Something else entirely.</summary>
    OffTopic,
}
