using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// Robinhood's account activity: days without times, newest first. Options stand in the description; an expired,
/// assigned or exercised contract has no price there, so it is listed as skipped and its position stays open.
/// </summary>
internal sealed class RobinhoodActivity : TableImporter
{
    private const decimal OptionSize = 100;

    public override string Id => "robinhood_activity";

    public override Text Name => new("Robinhood activity", "Robinhood 账户活动");

    protected override ImportRecognition? Match(Headings headings) =>
        headings.HasAll("Activity Date", "Settle Date", "Instrument", "Description", "Trans Code", "Quantity", "Price", "Amount") ? new ImportRecognition(100) : null;

    protected override int[] NumberColumns(Headings headings) => [headings.Find("Price"), headings.Find("Amount")];

    protected override int DateColumn(Headings headings) => headings.Find("Activity Date");

    protected override RowReader Prepare(Headings headings)
    {
        int date = headings.Find("Activity Date");
        int instrument = headings.Find("Instrument");
        int description = headings.Find("Description");
        int code = headings.Find("Trans Code");
        int quantity = headings.Find("Quantity");
        int price = headings.Find("Price");
        return (cells, items) =>
        {
            string word = cells.Text(code).ToUpperInvariant();
            bool isOption = word is "BTO" or "STO" or "BTC" or "STC";
            if (!isOption && word is not ("BUY" or "SELL"))
            {
                bool closes = word is "OEXP" or "OASGN" or "OEXCS";
                items.Add(closes
                    ? Skip(cells.Line, "option_event", "An expiry, assignment or exercise without a price; the position stays open.", "到期、被指派或行权，没有价格；持仓保持未平。")
                    : Skip(cells.Line, "not_a_trade", $"“{word}” is neither a buy nor a sell.", $"“{word}”既不是买入也不是卖出。"));
                return;
            }

            items.Add(new ImportedExecution(
                cells.Line,
                isOption ? cells.Required(description) : cells.Required(instrument),
                word[0] == 'B',
                Math.Abs(cells.Number(quantity)),
                cells.Number(price),
                cells.Time(date))
            {
                Multiplier = isOption ? OptionSize : 1,
                Kind = isOption ? InstrumentKind.Option : InstrumentKind.Stock,
            });
        };
    }
}
