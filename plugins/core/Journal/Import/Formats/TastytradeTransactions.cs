using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>tastytrade's transactions. An expired, assigned or exercised option closes at zero; prices of options are per share.</summary>
internal sealed class TastytradeTransactions : ExecutionFormat
{
    public override string Id => "tastytrade";

    public override Text Name => new("tastytrade transactions", "tastytrade 交易记录");

    protected override string[] Signature => ["Date", "Type", "Sub Type", "Action", "Symbol", "Instrument Type", "Value", "Quantity", "Average Price", "Commissions", "Fees"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Date"],
        Symbol = ["Symbol"],
        Quantity = ["Quantity"],
        Price = ["Average Price"],
        Side = ["Action"],
        Fees = ["Commissions", "Fees"],
        FeesAreCash = true,
        Currency = ["Currency"],
        ExecutionId = ["Order #"],
        Kind = ["Instrument Type"],
        Multiplier = ["Multiplier"],
    };

    protected override SkippedRow? NoTrade(RowCells cells)
    {
        string type = cells.Text("Type");
        if (type.Equals("Money Movement", StringComparison.OrdinalIgnoreCase))
        {
            return Skip(cells.Line, "cash_movement", "A movement of money, no trade.", "资金变动，不是交易。");
        }

        return type.Equals("Receive Deliver", StringComparison.OrdinalIgnoreCase) && SideText.IsBuy(cells.Text("Action")) is null
            ? Skip(cells.Line, "option_event", "An expiry, assignment or exercise that names no side; the position stays open.", "到期、被指派或行权，没有方向；持仓保持未平。")
            : base.NoTrade(cells);
    }

    // A delivery closes without a price.
    protected override RowReader Prepare(Headings headings)
    {
        RowReader trades = base.Prepare(headings);
        int symbol = headings.Find("Symbol");
        int quantity = headings.Find("Quantity");
        return (cells, items) =>
        {
            bool closes = cells.Text("Average Price").Length == 0 && NoTrade(cells) is null;
            if (!closes)
            {
                trades(cells, items);
                return;
            }

            items.Add(new ImportedExecution(cells.Line, cells.Required(symbol), SideText.IsBuy(cells.Text("Action")) ?? true, Math.Abs(cells.Number(quantity)), 0, cells.Time(DateColumn(headings)))
            {
                Kind = InstrumentKind.Option,
                Multiplier = cells.NumberOrZero("Multiplier") is > 0 and { } stated ? stated : 100,
                Fee = -(cells.NumberOrZero("Commissions") + cells.NumberOrZero("Fees")),
            });
        };
    }

    // The average price is the cash for one contract, with its sign; a delivery without one is an expiry at zero.
    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells)
    {
        decimal multiplier = execution.Multiplier ?? (execution.Kind == InstrumentKind.Option ? 100 : 1);
        bool future = execution.Kind == InstrumentKind.Future;
        return execution with
        {
            Price = future ? Math.Abs(execution.Price) : Math.Abs(execution.Price) / multiplier,
            Multiplier = future ? null : multiplier,
            ExecutionId = null,
        };
    }
}
