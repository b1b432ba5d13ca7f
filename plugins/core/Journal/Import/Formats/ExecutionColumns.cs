using AIWendy.Sdk.Journal;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Where a table of executions keeps what; -1 for a column that it lacks.</summary>
internal sealed record ExecutionColumns
{
    public required int Symbol { get; init; }

    public required int Quantity { get; init; }

    public required int Price { get; init; }

    public required int Date { get; init; }

    public int Time { get; init; } = -1;

    public int Side { get; init; } = -1;

    public int[] Fees { get; init; } = [];

    public int Currency { get; init; } = -1;

    public int Multiplier { get; init; } = -1;

    public int ExecutionId { get; init; } = -1;

    public int Account { get; init; } = -1;

    public int Kind { get; init; } = -1;

    /// <summary>Whether a negative fee is a charge, as in files that list cash movements.</summary>
    public bool FeesAreCash { get; init; }

    /// <summary>Whether a negative quantity is a sale where the side is empty, as it always is without a side column.</summary>
    public bool SignTellsSide { get; init; }

    /// <summary>Reads one execution.</summary>
    public ImportItem Read(RowCells cells)
    {
        string symbol = cells.Required(Symbol);
        decimal quantity = cells.Number(Quantity);
        decimal price = cells.Number(Price);
        DateTimeOffset time = cells.Time(Date, Time);
        string side = cells.Text(Side);
        bool? isBuy = Side < 0 || (SignTellsSide && side.Length == 0) ? quantity > 0 : SideText.IsBuy(side);
        decimal fee = Fees.Sum(cells.NumberOrZero);
        decimal? multiplier = cells.Text(Multiplier).Length == 0 ? null : cells.Number(Multiplier);
        if (quantity == 0)
        {
            cells.Fail(Quantity, "quantity_zero", "The quantity is zero.", "数量为零。");
        }

        if (isBuy is null)
        {
            cells.Fail(Side, "side_unknown", "The side is neither a buy nor a sell.", "方向既不是买入也不是卖出。");
        }

        if (multiplier is <= 0)
        {
            cells.Fail(Multiplier, "number_invalid", "A multiplier must be above zero.", "合约乘数必须大于零。");
        }

        string currency = cells.Text(Currency);
        string executionId = cells.Text(ExecutionId);
        string account = cells.Text(Account);
        return new ImportedExecution(cells.Line, symbol, isBuy ?? true, Math.Abs(quantity), price, time)
        {
            Fee = FeesAreCash ? -fee : fee,
            Currency = currency.Length is >= 3 and <= 5 ? currency.ToUpperInvariant() : null,
            Multiplier = multiplier,
            ExecutionId = executionId.Length > 0 ? executionId : null,
            AccountName = account.Length > 0 ? account : null,
            Kind = KindOf(cells.Text(Kind)),
        };
    }

    private static InstrumentKind KindOf(string text) => Headings.Normalise(text) switch
    {
        "stk" or "stock" or "stocks" or "equity" or "etf" or "fund" or "bond" => InstrumentKind.Stock,
        "opt" or "option" or "options" or "equityandindexoptions" or "fop" or "futuresoptions" or "optionsonfutures" => InstrumentKind.Option,
        "fut" or "future" or "futures" => InstrumentKind.Future,
        "cash" or "forex" or "fx" => InstrumentKind.Forex,
        "crypto" => InstrumentKind.Crypto,
        _ => InstrumentKind.Unknown,
    };
}
