using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Journal;

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
    /// <summary>Costs of the whole trade.</summary>
    public decimal Fee { get; init; }

    /// <summary>Broker account, or <see langword="null"/>.</summary>
    public string? AccountName { get; init; }

    /// <summary>The result that the broker states, before fees, or <see langword="null"/>.</summary>
    public decimal? Gross { get; init; }

    /// <summary>
    /// Writes the trade as two fills that are matched with each other only. The point value comes from the broker's own
    /// result where prices differ, else from the table of contracts.
    /// </summary>
    public void AddTo(List<ImportItem> items, int row)
    {
        decimal multiplier = PointValue();
        items.Add(new ImportedExecution(row, Symbol, IsLong, Quantity, EntryPrice, EnteredAt)
        {
            ExecutionId = Id + ":entry",
            PairingKey = Id,
            AccountName = AccountName,
            Multiplier = multiplier,
            Sequence = 0,
        });
        items.Add(new ImportedExecution(row, Symbol, !IsLong, Quantity, ExitPrice, ExitedAt)
        {
            ExecutionId = Id + ":exit",
            PairingKey = Id,
            AccountName = AccountName,
            Multiplier = multiplier,
            Fee = Fee,
            Sequence = 1,
        });
    }

    private decimal PointValue()
    {
        decimal points = (IsLong ? ExitPrice - EntryPrice : EntryPrice - ExitPrice) * Quantity;
        if (Gross is { } gross && points != 0 && gross / points is > 0 and { } value)
        {
            return value;
        }

        return ContractSizes.Of(Symbol, InstrumentKind.Unknown).Multiplier;
    }
}
