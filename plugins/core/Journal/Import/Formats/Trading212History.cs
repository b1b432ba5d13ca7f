using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Trading 212's history: prices in the currency of the instrument, conversion fees in that of the account.</summary>
internal sealed class Trading212History : ExecutionFormat
{
    public override string Id => "trading212";

    public override Text Name => new("Trading 212 history", "Trading 212 历史记录");

    protected override string[] Signature => ["Action", "Time", "ISIN", "Ticker", "No. of shares", "Price / share", "Currency (Price / share)", "Exchange rate"];

    protected override ExecutionNames Names { get; } = new()
    {
        Date = ["Time"],
        Symbol = ["Ticker", "ISIN"],
        Quantity = ["No. of shares"],
        Price = ["Price / share"],
        Side = ["Action"],
        Currency = ["Currency (Price / share)"],
        ExecutionId = ["ID"],
    };

    private static readonly string[] Charges = ["Currency conversion fee", "Stamp duty reserve tax", "Stamp duty", "Transaction fee", "Finra fee", "French transaction tax", "Charge amount"];

    protected override ImportedExecution Complete(ImportedExecution execution, RowCells cells)
    {
        decimal perPound = cells.Text("Currency (Price / share)") == "GBX" ? 100 : 1;
        string stated = cells.Text("Exchange rate");
        decimal rate = stated.Length > 0 && char.IsAsciiDigit(stated[0]) ? cells.NumberOrZero("Exchange rate") / perPound : 0;
        decimal fee = 0;
        foreach (string charge in Charges)
        {
            decimal amount = cells.NumberOrZero(charge);
            string currency = cells.Text($"Currency ({charge})");
            bool converts = currency.Length > 0 && currency != execution.Currency;
            fee += converts && rate > 0 ? amount * rate : amount;
            if (converts && amount != 0 && rate <= 0)
            {
                cells.Warn("fee_other_currency", "A fee is in another currency and the row names no rate; it counts at face value.", "费用使用其他货币且该行没有汇率，按面值计算。");
            }
        }

        return execution with { Fee = fee, Kind = InstrumentKind.Stock };
    }
}
