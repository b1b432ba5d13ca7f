using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>One finished trade of a file that lists trades instead of fills.</summary>
/// <param name="Id">The broker's id, unique within the file's account.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="IsLong">Bought first.</param>
/// <param name="Quantity">Units, positive.</param>
/// <param name="EntryPrice">Price of the opening.</param>
/// <param name="ExitPrice">Price of the closing.</param>
/// <param name="EnteredAt">Time of the opening.</param>
/// <param name="ExitedAt">Time of the closing.</param>
internal sealed record ClosedTradeRow(
    string Id, string Symbol, bool IsLong, decimal Quantity, decimal EntryPrice, decimal ExitPrice, DateTimeOffset EnteredAt, DateTimeOffset ExitedAt)
{
    // A point of price is never worth less than this; smaller values come from results that were rounded to zero.
    private const decimal SmallestPointValue = 0.000001m;

    // Statements round results to cents.
    private const decimal Rounding = 0.01m;

    /// <summary>Costs of the whole trade.</summary>
    public decimal Fee { get; init; }

    /// <summary>Broker account, or <see langword="null"/>.</summary>
    public string? AccountName { get; init; }

    /// <summary>ISO code, or <see langword="null"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Kind of instrument, where the file says it.</summary>
    public InstrumentKind Kind { get; init; }

    /// <summary>Money per point of price, where the file says it.</summary>
    public decimal? Multiplier { get; init; }

    /// <summary>The result that the broker states, before fees, or <see langword="null"/>.</summary>
    public decimal? Gross { get; init; }

    /// <summary>
    /// The result that the broker states after fees, for files that state neither the fees nor the result before them:
    /// what is missing to the result of the prices counts as fee.
    /// </summary>
    public decimal? Net { get; init; }

    /// <summary>
    /// Writes the trade as two fills that are matched with each other only. The point value comes from the broker's own
    /// result where prices differ, else from the table of contracts.
    /// </summary>
    public void AddTo(List<ImportItem> items, int row)
    {
        decimal multiplier = PointValue();
        decimal computed = Points * multiplier;
        decimal fee = Fee;
        if (Gross is { } gross)
        {
            decimal missing = Math.Round(computed - gross, 8);
            fee += missing;
            if (Math.Abs(missing) > Rounding)
            {
                items.Add(new ImportWarning(row, "result_differs", new Text(
                    $"The broker's result of {Symbol} can not come from its prices; the difference counts as a cost.",
                    $"{Symbol} 的券商盈亏与价格不符；差额计入成本。")));
            }
        }
        else if (Net is { } net)
        {
            fee = computed - net;
        }

        items.Add(Fill(row, IsLong, EntryPrice, EnteredAt, ":entry", multiplier, 0) with { Sequence = 0 });
        items.Add(Fill(row, !IsLong, ExitPrice, ExitedAt, ":exit", multiplier, fee) with { Sequence = 1 });
    }

    /// <summary>Writes only the opening, for a trade that is not finished.</summary>
    public void AddOpeningTo(List<ImportItem> items, int row) => items.Add(Fill(row, IsLong, EntryPrice, EnteredAt, ":entry", PointValue(), 0) with { Sequence = 0 });

    private decimal Points => (IsLong ? ExitPrice - EntryPrice : EntryPrice - ExitPrice) * Quantity;

    private ImportedExecution Fill(int row, bool isBuy, decimal price, DateTimeOffset at, string part, decimal multiplier, decimal fee) => new(row, Symbol, isBuy, Quantity, price, at)
    {
        ExecutionId = Id + part,
        PairingKey = Id,
        AccountName = AccountName,
        Currency = Currency,
        Kind = Kind,
        Multiplier = multiplier,
        Fee = fee,
    };

    private decimal PointValue()
    {
        decimal points = Points;
        if (Multiplier is > 0 and { } stated)
        {
            return stated;
        }

        if (Gross is { } gross && points != 0 && gross / points is >= SmallestPointValue and { } value)
        {
            return value;
        }

        return Gross == 0 && points != 0 ? SmallestPointValue : ContractSizes.Of(Symbol, Kind).Multiplier;
    }
}
