using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// Crypto.com's ledger. An exchange of coins is a sale and a purchase at the value that the ledger states; rewards,
/// deposits and transfers are no trades.
/// </summary>
internal sealed class CryptoComTransactions : TableImporter
{
    public override string Id => "cryptocom";

    public override Text Name => new("Crypto.com transactions", "Crypto.com 交易记录");

    protected override ImportRecognition? Match(Headings headings) =>
        headings.HasAll("Timestamp (UTC)", "Transaction Description", "Currency", "Amount", "Native Currency", "Native Amount", "Transaction Kind") ? new ImportRecognition(100) : null;

    protected override int[] NumberColumns(Headings headings) => [headings.Find("Amount"), headings.Find("To Amount"), headings.Find("Native Amount")];

    protected override int DateColumn(Headings headings) => headings.Find("Timestamp (UTC)");

    protected override RowReader Prepare(Headings headings)
    {
        int time = headings.Find("Timestamp (UTC)");
        int coin = headings.Find("Currency");
        int amount = headings.Find("Amount");
        int received = headings.Find("To Currency");
        int receivedAmount = headings.Find("To Amount");
        int native = headings.Find("Native Amount");
        return (cells, items) =>
        {
            string kind = cells.Text("Transaction Kind");
            decimal given = cells.Number(amount);
            decimal value = Math.Abs(cells.Number(native));
            bool exchange = kind is "crypto_exchange" or "crypto_to_van_sell_order" or "van_purchase" or "trading.limit_order.crypto_wallet.exchange";
            bool single = kind is "crypto_purchase" or "crypto_viban_exchange" or "crypto_wallet_swap_credited" or "crypto_wallet_swap_debited" or "recurring_buy_order";
            if ((!exchange && !single) || given == 0)
            {
                items.Add(Skip(cells.Line, "not_a_trade", $"“{kind}” is no trade.", $"“{kind}”不是交易。"));
                return;
            }

            DateTimeOffset at = cells.Time(time);
            ImportedExecution first = new(cells.Line, cells.Required(coin), given > 0, Math.Abs(given), value / Math.Abs(given), at)
            {
                Currency = CurrencyText.Code(cells.Text("Native Currency")),
                Kind = InstrumentKind.Crypto,
            };
            items.Add(first);
            if (exchange && cells.Text(receivedAmount).Length > 0 && cells.Number(receivedAmount) is var got && got != 0)
            {
                items.Add(first with { Symbol = cells.Required(received), IsBuy = got > 0, Quantity = Math.Abs(got), Price = value / Math.Abs(got) });
            }
        };
    }
}
