using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Closed trades of one currency, with what statistics need beside them.</summary>
/// <param name="Filter">What was asked for, with the currency that was chosen.</param>
/// <param name="Currencies">Every currency that the filter finds.</param>
/// <param name="Accounts">The accounts of the filter, in any currency.</param>
/// <param name="ClosedTrades">The trades by closing time.</param>
internal sealed record TradeSelection(
    TradeFilter Filter, IReadOnlyList<CurrencyCount> Currencies, IReadOnlyList<AnalysisAccount> Accounts, IReadOnlyList<ClosedTrade> ClosedTrades)
{
    /// <summary>ISO code, or <see langword="null"/> when there is no trade at all.</summary>
    public string? Currency => Filter.Currency;

    /// <summary>Sum of the start balances of the accounts in this currency.</summary>
    public decimal StartBalance => Accounts.Where(account => account.Currency == Currency).Sum(account => account.StartBalance);

    /// <summary>How the person has sorted trades; read only where that is asked for.</summary>
    public IReadOnlyDictionary<Guid, TradeMark> Marks { get; init; } = new Dictionary<Guid, TradeMark>();

    /// <summary>Trades left out because a rate is missing, and how the converted ones came about; <see langword="null"/> without conversion.</summary>
    public Conversion? Conversion { get; init; }

    /// <summary>What positions that were closed over several days, or are not flat, realised on other days than that of their close.</summary>
    public IReadOnlyList<DayShift> Shifts { get; init; } = [];

    /// <summary>Money without a trade of the accounts in this currency, by day.</summary>
    public IReadOnlyList<AccountCashFlow> Cash { get; init; } = [];

    /// <summary>The selection that this one is another view of; it stays in memory, to be found by others, as long as this one does.</summary>
    public TradeSelection? Source { get; init; }

    /// <summary>The time zone of an account.</summary>
    public TimeZoneInfo Zone(Guid accountId) => Accounts.FirstOrDefault(account => account.Id == accountId)?.Zone ?? TimeZoneInfo.Utc;

    /// <summary>How the engine is to look at these trades.</summary>
    public StatisticsOptions Options(TradeView view) => new()
    {
        StartBalance = StartBalance,
        View = Filter.View,
        Unit = view.Unit,
        Days = view.Days,
        Returns = view.Returns,
        BreakevenBands = Accounts.Any(account => account.BreakevenBand != 0) ? Accounts.ToDictionary(account => account.Id, account => account.BreakevenBand) : null,
        CashFlows = [.. Cash.Select(flow => new CashFlow(flow.Day, flow.Amount))],
    };
}

/// <summary>Trades in one currency that were made in others.</summary>
/// <param name="Converted">Trades that were converted.</param>
/// <param name="Missing">Trades left out because no rate is known for the day of a fill.</param>
/// <param name="Price">What prices made of the converted trades, at the rates of their exits.</param>
/// <param name="Currency">What the change of rates between entry and exit made of them.</param>
internal sealed record Conversion(int Converted, int Missing, decimal Price, decimal Currency);

/// <summary>What figures are stated in.</summary>
/// <param name="Unit">Money, percent of the start balance, or R.</param>
/// <param name="Days">Which days count in daily ratios.</param>
/// <param name="Returns">What a day's return is.</param>
internal sealed record TradeView(ResultUnit Unit = ResultUnit.Money, DayBasis Days = DayBasis.Closes, ReturnBasis Returns = ReturnBasis.Equity)
{
    /// <summary>Money, as the journal counts by default.</summary>
    public static readonly TradeView Default = new();
}
