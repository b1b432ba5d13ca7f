using System.Text.RegularExpressions;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>
/// DEGIRO's statement of the account in any of its languages. What was traded stands in the description; the costs of an
/// order are rows of their own with the same order id, in the currency of the account.
/// </summary>
internal sealed partial class DegiroAccount : TableImporter
{
    private const int Date = 0;
    private const int Clock = 1;
    private const int Product = 3;
    private const int Isin = 4;
    private const int Description = 5;
    private const int Rate = 6;
    private const int Currency = 7;
    private const int Amount = 8;
    private const int OrderId = 11;

    public override string Id => "degiro_account";

    public override Text Name => new("DEGIRO account statement", "DEGIRO 账户结单");

    // The headings come in the language of the customer; their positions and the two without a name do not change.
    protected override ImportRecognition? Match(Headings headings) =>
        headings.Cells.Count == OrderId + 1 && headings.Cells[Isin] == "ISIN" && headings.Cells[Amount].Length == 0 && headings.Cells[Amount + 2].Length == 0 && headings.Cells[OrderId].Length > 0
            ? new ImportRecognition(100)
            : null;

    protected override int[] NumberColumns(Headings headings) => [Amount];

    protected override int DateColumn(Headings headings) => Date;

    protected override DateOrder DefaultOrder(Headings headings) => DateOrder.DayFirst;

    protected override RowReader Prepare(Headings headings) => throw new NotSupportedException("The rows are read with the costs of their orders.");

    protected override RowReader Prepare(Headings headings, TableStyle style, Func<IEnumerable<ImportRow>> rows)
    {
        Dictionary<string, Order> orders = Orders(headings, style, rows());
        return (cells, items) =>
        {
            string description = cells.Text(Description);
            Match match = Trade().Match(description);
            if (!match.Success)
            {
                bool isCost = orders.ContainsKey(cells.Text(OrderId)) && IsCost(description);
                items.Add(isCost
                    ? Skip(cells.Line, "fee", "The cost of an order, counted with its trade.", "订单费用，已计入对应成交。")
                    : Skip(cells.Line, "cash_movement", "A movement of money or a corporate action, no trade.", "资金变动或公司行动，不是交易。"));
                return;
            }

            string isin = cells.Text(Isin);
            string symbol = isin.Length > 0 ? isin : cells.Required(Product);
            bool pence = match.Groups["currency"].Value == "GBX";
            (decimal quantity, decimal price) = Amounts(match.Groups["quantity"].Value, match.Groups["price"].Value, Math.Abs(cells.NumberOrZero(Amount)) * (pence ? 100 : 1));
            DateTimeOffset time = cells.Time(Date, Clock);
            if (quantity <= 0)
            {
                cells.Fail(Description, "number_invalid", "The description names no quantity and price.", "描述中没有数量和价格。");
                return;
            }

            string currency = pence ? "GBP" : match.Groups["currency"].Value;
            decimal fee = orders.Remove(cells.Text(OrderId), out Order? order) ? order.CostIn(currency, cells) : 0;
            items.Add(new ImportedExecution(cells.Line, symbol, IsBuy(match.Groups["side"].Value), quantity, pence ? price / 100 : price, time)
            {
                Currency = currency,
                Fee = fee,
                Kind = InstrumentKind.Stock,
            });
        };
    }

    // The first fill of an order takes its costs.
    private static Dictionary<string, Order> Orders(Headings headings, TableStyle style, IEnumerable<ImportRow> rows)
    {
        Dictionary<string, Order> orders = new(StringComparer.Ordinal);
        string broken = string.Empty;
        foreach (ImportRow row in rows)
        {
            RowCells cells = new(row, headings, style);
            string id = cells.Text(OrderId);
            if (id.Length == 0)
            {
                continue;
            }

            // A long id may go on in the next row, which holds nothing else.
            if (row.Cells.Count(cell => cell.Length > 0) == 1)
            {
                if (orders.Remove(broken, out Order? whole))
                {
                    orders[broken + id] = whole;
                }

                continue;
            }

            broken = id;

            if (!orders.TryGetValue(id, out Order? order))
            {
                orders[id] = order = new Order();
            }

            decimal rate = cells.NumberOrZero(Rate);
            if (rate > 0)
            {
                order.Rate = rate;
            }
            else if (IsCost(cells.Text(Description)))
            {
                order.Cost -= cells.NumberOrZero(Amount);
                order.Currency = cells.Text(Currency);
            }
        }

        return orders;
    }

    private static bool IsCost(string description) =>
        (description.Contains("DEGIRO", StringComparison.OrdinalIgnoreCase) || description.Contains("kosten van derden", StringComparison.OrdinalIgnoreCase) || description.Contains("stamp duty", StringComparison.OrdinalIgnoreCase)
            || description.Contains("tax", StringComparison.OrdinalIgnoreCase))
        && !Trade().IsMatch(description);

    private static bool IsBuy(string word) => word[0] is 'K' or 'k' or 'B' or 'b' || word.StartsWith("Compra", StringComparison.OrdinalIgnoreCase) || word.StartsWith("Ach", StringComparison.OrdinalIgnoreCase) || word.StartsWith("Acq", StringComparison.OrdinalIgnoreCase);

    // "1 046,3825" or "1,046.3825": quantity times price must come to the amount of the row; else the comma decides.
    private static (decimal Quantity, decimal Price) Amounts(string quantity, string price, decimal amount)
    {
        (decimal, decimal) comma = Read(',');
        (decimal, decimal) point = Read('.');
        decimal off = Math.Abs((comma.Item1 * comma.Item2) - amount);
        return comma.Item1 > 0 && (off <= Math.Abs((point.Item1 * point.Item2) - amount) || point.Item1 <= 0) ? comma : point;

        (decimal, decimal) Read(char separator)
        {
            NumberText numbers = new(separator);
            return numbers.TryParse(quantity, out decimal q) && numbers.TryParse(price, out decimal p) ? (q, p) : (0, 0);
        }
    }

    [GeneratedRegex(@"^(?<side>Koop|Verkoop|Kauf|Verkauf|Achat|Vente|Compra|Venta|Venda|Acquisto|Vendita|Buy|Sell|Køb|Salg|Köp|Sälj|Kupno|Sprzedaż)\s+(?<quantity>[\d.,\s\u00a0]+?)\s*(?:\s.*?)?@\s*(?<price>[\d.,\s\u00a0]+?)\s*(?<currency>[A-Z]{3})(?:\s|\(|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Trade();

    private sealed class Order
    {
        public decimal Cost { get; set; }

        public string Currency { get; set; } = string.Empty;

        public decimal Rate { get; set; }

        // The rate of the order's own conversion says how much of the instrument's currency one of the account's is.
        public decimal CostIn(string currency, RowCells cells)
        {
            if (Cost == 0 || Currency == currency)
            {
                return Cost;
            }

            if (Rate > 0)
            {
                return Cost * Rate;
            }

            cells.Warn("fee_other_currency", $"The cost of an order is in {Currency} and the file names no rate to {currency}; it is left out.", $"订单费用以 {Currency} 计，文件没有兑 {currency} 的汇率，未计入。");
            return 0;
        }
    }
}
