using System.Text;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Journal.Tests.Import;

/// <summary>
/// Exports of brokers without a format of their own. Each sample holds one round trip of 100 units bought at 10.5 and
/// sold at 11.25 with costs of 2 in all, beside rows that are no trades: net 73.
/// </summary>
public sealed class UnseenExportTests
{
    public static TheoryData<string, string> Samples => new()
    {
        {
            "India, orders and fills side by side",
            """
            symbol,isin,trade_date,exchange,segment,series,trade_type,auction,quantity,price,trade_id,order_id,order_execution_time,brokerage
            INFY,INE009A01021,2024-03-04,NSE,EQ,EQ,buy,false,100.000000,10.500000,51234567,1100000001,2024-03-04T10:15:30,1
            INFY,INE009A01021,2024-03-04,NSE,EQ,EQ,sell,false,100.000000,11.250000,51234568,1100000002,2024-03-04T11:00:00,1
            """
        },
        {
            "German bank",
            """
            Depotumsätze;;;;;;;;
            Konto: 123;;;;;;;;
            Handelstag;Uhrzeit;Umsatzart;WKN;Bezeichnung;Stück;Ausführungskurs;Währung;Provision
            04.03.2024;10:15:30;Kauf;716460;SAP SE;100;10,50;EUR;1,00
            05.03.2024;11:00:00;Verkauf;716460;SAP SE;100;11,25;EUR;1,00
            06.03.2024;09:00:00;Dividende;716460;SAP SE;100;0,85;EUR;0,00
            """
        },
        {
            "French broker, day first",
            """
            Date opération	Sens	Libellé	Quantité	Cours	Montant	Devise	Frais
            28/03/2024	Achat	AIR LIQUIDE	100	10,50	-1 050,00	EUR	1,00
            29/03/2024	Vente	AIR LIQUIDE	100	11,25	1 125,00	EUR	1,00
            """
        },
        {
            "Spanish broker",
            """
            Fecha,Operación,Valor,Títulos,Precio,Importe,Divisa,Comisión
            28/03/2024 10:15,Compra,SAN,100,"10,50","1.050,00",EUR,"1,00"
            29/03/2024 11:00,Venta,SAN,100,"11,25","1.125,00",EUR,"1,00"
            """
        },
        {
            "Japanese broker",
            """
            約定日,銘柄コード,銘柄,取引,約定数量,約定単価,手数料,受渡金額
            2024/03/04,7203,トヨタ自動車,現買,100,10.5,1,1051
            2024/03/05,7203,トヨタ自動車,現売,100,11.25,1,1124
            """
        },
        {
            "Chinese futures",
            """
            成交日期	成交时间	合约	买卖	开平	成交价	手数	手续费
            20240304	10:15:30	rb2405	买	开	10.5	100	1
            20240304	11:00:00	rb2405	卖	平	11.25	100	1
            """
        },
        {
            "Crypto exchange, pairs and status",
            """
            Date(UTC),OrderNo,Pair,Type,Side,Order Price,Order Amount,Time,Executed,Average Price,Trading total,Status,Fee
            2024-03-04 10:15:30,1,SOLUSDT,Limit,BUY,10.5,100,10:15:31,100,10.5,1050,FILLED,1
            2024-03-04 10:20:00,2,SOLUSDT,Limit,BUY,9,100,,0,0,0,CANCELED,0
            2024-03-04 11:00:00,3,SOLUSDT,Limit,SELL,11.25,100,11:00:01,100,11.25,1125,FILLED,1
            """
        },
        {
            "Signed quantity, epoch, no side",
            """
            ts,instrument_name,fill_size,fill_price,commission
            1709547330000,TSLA,100,10.5,1
            1709550000000,TSLA,-100,11.25,1
            """
        },
        {
            "Names that say nothing but the fee",
            """
            A|B|C|D|E|F|Fee
            2024-03-04 10:15:30|TSLA|B|100|10.5|1050|1
            2024-03-04 11:00:00|TSLA|S|100|11.25|1125|1
            """
        },
        {
            "Amount instead of a price",
            """
            Executed At;Security;Direction;Units;Total Amount;Charges
            2024-03-04T10:15:30Z;VWCE;BUY;100;1050.00;1
            2024-03-04T11:00:00Z;VWCE;SELL;100;1125.00;1
            """
        },
        {
            "Words for dates, signs for money",
            """
            Trade Date,Description,Transaction,Ticker,Shares,Unit Price,Brokerage
            04 Mar 2024,BUY 100 BHP,Buy,BHP,100,$10.50,$1.00
            05 Mar 2024,SELL 100 BHP,Sell,BHP,100,$11.25,$1.00
            ,,,,,,$2.00
            """
        },
        {
            "Finished trades in one row",
            """
            Ticket;Item;Direction;Lots;Opening time;Opening price;Closing time;Closing price;Profit;Commission
            77;TSLA;long;100;2024.03.04 10:15:30;10.5;2024.03.04 11:00:00;11.25;75;2
            78;TSLA;long;100;2024.03.05 10:15:30;10.5;;;;
            """
        },
        {
            "Dutch broker, cash signs for costs",
            """
            Datum;Tijd;Fonds;Soort;Aantal;Koers;Valuta;Transactiekosten
            04-03-2024;10:15;ASML;Koop;100;10,50;EUR;-1,00
            05-03-2024;11:00;ASML;Verkoop;100;11,25;EUR;-1,00
            """
        },
        {
            "A page called .xls",
            """
            <html><body><table><tr><td colspan=7>Trades of U1</td></tr>
            <tr><th>Date</th><th>Time</th><th>Symbol</th><th>Action</th><th>Qty</th><th>Price</th><th>Comm</th></tr>
            <tr><td>2024-03-04</td><td>10:15:30</td><td>TSLA</td><td>BOT</td><td>100</td><td>10.5</td><td>1</td></tr>
            <tr><td>2024-03-04</td><td>11:00:00</td><td>TSLA</td><td>SLD</td><td>100</td><td>11.25</td><td>1</td>
            </table></body></html>
            """
        },
        {
            "JSON of an interface",
            """
            {"result":{"page":1,"trades":[{"time":"2024-03-04T10:15:30Z","market":"SOL-PERP","side":"buy","size":100,"price":10.5,"fee":1,"id":7},
            {"time":"2024-03-04T11:00:00Z","market":"SOL-PERP","side":"sell","size":100,"price":11.25,"fee":1,"id":8}]}}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Is_read_by_what_it_holds(string origin, string content)
    {
        ParsedImport parsed = Fixtures.Read(content);

        parsed.Errors.Should().BeEmpty(origin);
        parsed.Executions.Should().HaveCount(2, origin);
        CurrencyTotal total = ImportTotals.Of(parsed.Executions).ByCurrency.Single();
        total.Should().BeEquivalentTo(new { ClosedTrades = 1, Gross = 75m, Fees = 2m, Net = 73m }, origin);
        parsed.Executions.OrderBy(execution => execution.ExecutedAt).Select(execution => execution.Side).Should().Equal(FillSide.Buy, FillSide.Sell);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Is_read_in_other_encodings(string origin, string content)
    {
        ParsedImport parsed = Fixtures.Read(Fixtures.Open(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(content)).ToArray())).Parsed;

        parsed.Executions.Should().HaveCount(2, origin);
    }

    [Theory]
    [InlineData("Date,Type,Description,Amount,Balance\n2024-03-04,Deposit,ACH,100,100\n2024-03-05,Fee,Data,-1,99\n")]
    [InlineData("Symbol,Order Type,Side,Quantity,Limit Price,Status,Placed\nTSLA,Limit,Buy,100,10.5,Working,2024-03-04\nTSLA,Limit,Buy,100,9.5,Working,2024-03-04\n")]
    [InlineData("Symbol,Quantity,Average Cost,Market Value,Unrealized P&L\nTSLA,100,10.5,1125,75\n")]
    public void Exports_without_executions_are_refused_with_the_one_to_make(string content)
    {
        Action read = () => Fixtures.Read(content);

        read.Should().Throw<AIWendy.Sdk.ProblemException>().Which.Should().BeEquivalentTo(new { Status = 422, Code = "wrong_export" });
    }
}
