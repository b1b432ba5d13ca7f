using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Screenshots;

namespace AIWendy.Plugins.Journal.Endpoints;

internal sealed record TradeBody(
    Guid Id,
    string Number,
    Guid AccountId,
    string Symbol,
    string Side,
    decimal Quantity,
    decimal EntryPrice,
    decimal ExitPrice,
    decimal Multiplier,
    decimal Gross,
    decimal Fees,
    decimal Net,
    string Currency,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosedAt,
    string Outcome,
    int FillCount,
    IReadOnlyList<FillBody>? Fills = null)
{
    /// <summary>The person's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public Guid? PlaybookId { get; init; }

    public Guid? ProjectId { get; init; }

    public int? Rating { get; init; }

    public bool HasNote { get; init; }

    /// <summary>What the first stop put at risk, in money; null without a stop. The result divided by it is the result in R.</summary>
    public decimal? Risk { get; init; }

    /// <summary>Everything that was written about the trade; in lists absent.</summary>
    public AnnotationBody? Annotation { get; init; }

    /// <summary>Pictures of the trade; in lists absent.</summary>
    public IReadOnlyList<ScreenshotBody>? Screenshots { get; init; }
}

internal sealed record FillBody(
    Guid ExecutionId, DateTimeOffset At, string Side, decimal Quantity, decimal Price, decimal Fee, string Effect, Guid ImportId, int Row);

internal sealed record TradePage(IReadOnlyList<TradeBody> Items, string? NextCursor);

internal sealed record PositionBody(
    Guid AccountId, string Symbol, string Side, decimal Quantity, decimal AveragePrice, decimal Multiplier, string Currency, DateTimeOffset OpenedAt, decimal RealisedNet);

internal sealed record PositionList(IReadOnlyList<PositionBody> Items);

internal sealed record IntervalBody(decimal Low, decimal High, decimal Level);

internal sealed record FigureBody(
    string Id, string Label, decimal? Value, string Unit, int N, string? Reason, string? Currency, bool LowSample, IntervalBody? Interval)
{
    /// <summary>The reason in words.</summary>
    public string? ReasonText { get; init; }

    /// <summary>How the figure is computed, in plain text.</summary>
    public string? Formula { get; init; }

    /// <summary>Where the documentation explains it.</summary>
    public string? Reference { get; init; }

    public CoverageBody? Coverage { get; init; }

    public IReadOnlyList<ExclusionBody> Exclusions { get; init; } = [];

    /// <summary>The day that the figure is about.</summary>
    public DateOnly? Day { get; init; }
}

internal sealed record CurrencyBody(string Code, int Trades);

/// <summary>Trades of other currencies in the base currency: gross = price + currency.</summary>
internal sealed record ConversionBody(int Converted, int Missing, decimal Price, decimal Currency);

internal sealed record StatisticsBody(string? Currency, IReadOnlyList<CurrencyBody> Currencies, IReadOnlyDictionary<string, FigureBody> Figures)
{
    /// <summary>How trades of other currencies came in; null without conversion.</summary>
    public ConversionBody? Conversion { get; init; }
}

internal sealed record EquityPointBody(DateOnly Date, decimal Net, decimal Equity, decimal Drawdown, int Trades);

internal sealed record CashMarkerBody(DateOnly Date, string Kind, decimal Amount);

internal sealed record EquityBody(string? Currency, decimal StartBalance, IReadOnlyList<EquityPointBody> Points)
{
    /// <summary>Money that came in or went out without a trade.</summary>
    public IReadOnlyList<CashMarkerBody> Markers { get; init; } = [];
}

internal sealed record CalendarDay(DateOnly Date, decimal Net, int Trades, int Wins, int Losses);

internal sealed record CalendarBody(string? Currency, string Month, decimal Net, int Trades, IReadOnlyList<CalendarDay> Days);

internal sealed record AfterLossBody(
    string? Currency, decimal? WindowMinutes, IReadOnlyDictionary<string, FigureBody> Figures, IReadOnlyList<TradeBody> Trades);

internal sealed record AccountBody(
    Guid Id,
    string Name,
    string Currency,
    string TimeZone,
    decimal StartBalance,
    bool IsSample,
    int Trades,
    int Executions,
    string? ExternalName,
    string? Broker,
    string? DayCutOff,
    string LotMethod,
    decimal BreakevenBand,
    DateOnly? ResetOn);

internal sealed record AccountList(IReadOnlyList<AccountBody> Items);

internal sealed record AccountInput(string? Name, string? Currency, string? TimeZone, decimal? StartBalance);

internal sealed record SampleBody(int Accounts, int Trades);
