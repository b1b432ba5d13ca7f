namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>A deal of MetaTrader 5: a fill that goes in, out, or through zero.</summary>
internal sealed record MetaTrader5Deal(
    int Row, string Id, string Symbol, bool IsBuy, string Direction, decimal Volume, decimal Price, DateTimeOffset At, decimal Costs, decimal Profit)
{
    /// <summary>Reads a deal; <see langword="null"/> for deposits and sums.</summary>
    public static MetaTrader5Deal? Read(RowCells cells, Headings headings)
    {
        string direction = cells.Text("Direction").ToLowerInvariant();
        bool? isBuy = SideText.IsBuy(cells.Text("Type"));
        if (isBuy is null || direction.Length == 0)
        {
            return null;
        }

        MetaTrader5Deal deal = new(
            cells.Line,
            cells.Required(headings.Find("Deal")),
            cells.Required(headings.Find("Symbol")),
            isBuy.Value,
            direction,
            cells.Number(headings.Find("Volume")),
            cells.Number(headings.Find("Price")),
            cells.Time(headings.Find("Time")),
            -(cells.NumberOrZero("Commission") + cells.NumberOrZero("Fee") + cells.NumberOrZero("Swap")),
            cells.NumberOrZero("Profit"));
        return cells.Fault is null ? deal : null;
    }
}
