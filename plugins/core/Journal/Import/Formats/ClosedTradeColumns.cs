using System.Globalization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Where a table of finished trades keeps what; -1 for a column that it lacks.</summary>
internal sealed record ClosedTradeColumns
{
    public int Id { get; init; } = -1;

    public required int Symbol { get; init; }

    /// <summary>Long or short; without it a negative quantity is a short trade.</summary>
    public int Side { get; init; } = -1;

    public required int Quantity { get; init; }

    public required int EntryPrice { get; init; }

    public required int ExitPrice { get; init; }

    public required int EnteredAt { get; init; }

    public int EntryClock { get; init; } = -1;

    public required int ExitedAt { get; init; }

    public int ExitClock { get; init; } = -1;

    public int Gross { get; init; } = -1;

    public int Net { get; init; } = -1;

    public int[] Fees { get; init; } = [];

    public bool FeesAreCash { get; init; }

    public int Account { get; init; } = -1;

    public int Currency { get; init; } = -1;

    /// <summary>Reads one trade.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="seen">Ids of the file so far; one that comes again is numbered.</param>
    /// <param name="instrument">The instrument, where no column names it.</param>
    public ClosedTradeRow Read(RowCells cells, Dictionary<string, int> seen, string? instrument = null)
    {
        string symbol = instrument is null ? cells.Required(Symbol) : cells.Text(Symbol) is { Length: > 0 } own ? own : instrument;
        decimal quantity = cells.Number(Quantity);
        bool? isLong = Side < 0 ? quantity > 0 : SideText.IsBuy(cells.Text(Side));
        if (isLong is null)
        {
            cells.Fail(Side, "side_unknown", "The side is neither long nor short.", "方向既不是多头也不是空头。");
        }

        if (quantity == 0)
        {
            cells.Fail(Quantity, "quantity_zero", "The quantity is zero.", "数量为零。");
        }

        DateTimeOffset entered = cells.Time(EnteredAt, EntryClock);
        DateTimeOffset exited = cells.Time(ExitedAt, ExitClock);
        decimal fees = Fees.Sum(cells.NumberOrZero);
        string account = cells.Text(Account);
        string currency = cells.Text(Currency);
        decimal entry = cells.Number(EntryPrice);
        decimal exit = cells.Number(ExitPrice);
        string id = Numbered(Id >= 0 ? cells.Required(Id) : Fingerprint(symbol, quantity, entry, exit, entered, exited), seen);
        return new ClosedTradeRow(id, symbol, isLong ?? true, Math.Abs(quantity), entry, exit, entered, exited)
        {
            Fee = FeesAreCash ? -fees : fees,
            Gross = cells.Text(Gross).Length > 0 ? cells.Number(Gross) : null,
            Net = cells.Text(Net).Length > 0 ? cells.Number(Net) : null,
            AccountName = account.Length > 0 ? account : null,
            Currency = CurrencyText.Code(currency),
        };
    }

    // What the trade is, for files without ids; it comes out the same from another upload.
    private static string Fingerprint(string symbol, decimal quantity, decimal entry, decimal exit, DateTimeOffset entered, DateTimeOffset exited) => string.Create(
        CultureInfo.InvariantCulture,
        $"{symbol}|{quantity:G29}|{entry:G29}|{exit:G29}|{entered.ToUnixTimeMilliseconds()}|{exited.ToUnixTimeMilliseconds()}");

    private static string Numbered(string id, Dictionary<string, int> seen)
    {
        int ordinal = seen[id] = seen.GetValueOrDefault(id) + 1;
        return ordinal == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}#{ordinal}");
    }
}
