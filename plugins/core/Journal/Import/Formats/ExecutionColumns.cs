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

    /// <summary>Whether a row of zero units is a fill, as the payment for a subscription before the units come.</summary>
    public bool ZeroCounts { get; init; }

    /// <summary>The instrument, where no column names it.</summary>
    public string? FixedSymbol { get; init; }

    /// <summary>Money that changed hands, from which a missing price or quantity follows; negative for purchases.</summary>
    public int Amount { get; init; } = -1;

    /// <summary>What words of the side column mean beside the known ones.</summary>
    public IReadOnlyDictionary<string, string>? Sides { get; init; }

    /// <summary>Whether a word of the side column means bought or sold; <see langword="null"/> when it is neither.</summary>
    public bool? IsBuy(string word)
    {
        if (Sides is not null && Sides.TryGetValue(word, out string? meaning))
        {
            return meaning switch { "buy" => true, "sell" => false, _ => null };
        }

        return SideText.IsBuy(word);
    }

    /// <summary>Reads one execution.</summary>
    public ImportItem Read(RowCells cells)
    {
        string symbol = FixedSymbol ?? cells.Required(Symbol);
        (decimal quantity, decimal price) = Size(cells);
        DateTimeOffset time = cells.Time(Date, Time);
        string side = cells.Text(Side);
        bool signed = Side < 0 || (SignTellsSide && side.Length == 0);
        bool? isBuy = !signed ? IsBuy(side) : Side < 0 && quantity > 0 && Amount >= 0 ? cells.NumberOrZero(Amount) <= 0 : quantity > 0;
        decimal fee = Fees.Sum(cells.NumberOrZero);
        decimal? multiplier = cells.Text(Multiplier).Length == 0 ? null : cells.Number(Multiplier);
        if (quantity == 0 && !ZeroCounts)
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
        bool pence = currency is "GBX" or "GBp" or "GBpence";
        string executionId = cells.Text(ExecutionId);
        string account = cells.Text(Account);
        return new ImportedExecution(cells.Line, symbol, isBuy ?? true, Math.Abs(quantity), pence ? price / 100 : price, time)
        {
            Fee = FeesAreCash ? -fee : fee,
            Currency = pence ? "GBP" : CurrencyText.Code(currency),
            Multiplier = multiplier,
            ExecutionId = executionId.Length > 0 ? executionId : null,
            AccountName = account.Length > 0 ? account : null,
            Kind = KindOf(cells.Text(Kind)),
        };
    }

    private (decimal Quantity, decimal Price) Size(RowCells cells)
    {
        if (Price >= 0 && Quantity >= 0)
        {
            return (cells.Number(Quantity), cells.Number(Price));
        }

        decimal amount = Math.Abs(cells.Number(Amount));
        if (Price < 0)
        {
            decimal quantity = cells.Number(Quantity);
            return (quantity, quantity == 0 ? 0 : amount / Math.Abs(quantity));
        }

        decimal price = cells.Number(Price);
        return (price == 0 ? 0 : amount / price, price);
    }

    private static InstrumentKind KindOf(string text) => Headings.Normalise(text) switch
    {
        "stk" or "stock" or "stocks" or "equity" or "etf" or "fund" or "bond" or "股票" or "基金" => InstrumentKind.Stock,
        "opt" or "option" or "options" or "equityandindexoptions" or "fop" or "futuresoptions" or "optionsonfutures" => InstrumentKind.Option,
        "fut" or "future" or "futures" => InstrumentKind.Future,
        "cash" or "forex" or "fx" => InstrumentKind.Forex,
        "crypto" => InstrumentKind.Crypto,
        _ => InstrumentKind.Unknown,
    };
}
