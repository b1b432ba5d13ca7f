using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Journal.Tests.Import;

/// <summary>Formats of which the shared test data holds no file, each by a small file of the same shape.</summary>
public sealed class FormatTests
{
    public static TheoryData<string, string, int, decimal, decimal> Samples => new()
    {
        {
            "tradovate_orders",
            """
            orderId,Account,Order ID,B/S,Contract,Product,avgPrice,filledQty,Fill Time,lastCommandId,Status,Filled Qty,Avg Fill Price,Date
            1,DEMO1,1, Buy,MESH5,MES,5900.00,2,01/22/2025 15:02:03,1, Filled,2,5900.00,1/22/25
            2,DEMO1,2, Sell,MESH5,MES,5905.00,2,01/22/2025 15:12:03,1, Filled,2,5905.00,1/22/25
            3,DEMO1,3, Buy,MESH5,MES,,,,1, Canceled,,,1/22/25
            """, 2, 50m, 0m
        },
        {
            "topstepx_orders",
            """
            Id,AccountName,ContractName,Status,Type,Size,Side,CreatedAt,TradeDay,FilledAt,CancelledAt,StopPrice,LimitPrice,ExecutePrice,PositionDisposition
            11,PRAC,MESM5,Filled,Market,1,Bid,05/08/2025 11:22:07 -04:00,05/08/2025 00:00:00 -05:00,05/08/2025 11:22:07 -04:00,,,,5900.25,Opening
            12,PRAC,MESM5,Filled,Market,1,Ask,05/08/2025 11:27:06 -04:00,05/08/2025 00:00:00 -05:00,05/08/2025 11:27:06 -04:00,,,,5905.25,Closing
            13,PRAC,MESM5,Cancelled,Limit,1,Ask,05/08/2025 11:27:06 -04:00,05/08/2025 00:00:00 -05:00,,,,5950,,Closing
            """, 2, 25m, 0m
        },
        {
            "tradezero",
            """
            Account,T/D,S/D,Currency,Type,Side,Symbol,Qty,Price,Exec Time,Comm,SEC,TAF,NSCC,Nasdaq,ECN Remove,ECN Add,Gross Proceeds,Net Proceeds,Clr Broker,Liq,Note
            TZ1,03/04/2024,03/06/2024,USD,2,SS,TSLA,100,200.00,09:31:00,0.5,0.1,0.01,0,0,0.3,0,20000,19999,,,
            TZ1,03/04/2024,03/06/2024,USD,2,BC,TSLA,100,199.00,09:41:00,0.5,0,0,0,0,0.3,-0.2,-19900,-19900.6,,,
            """, 2, 100m, 1.51m
        },
        {
            "tradestation_orders",
            """
            Account,Symbol,Type,Entered,Filled/Canceled,Order Status,Qty Filled,Filled Price,Commission,Contract Exp Date
            1,MESH24,Buy,3/4/2024 9:31:00 AM,3/4/2024 9:31:01 AM,Filled,1,5100.00,1.2,3/15/2024
            1,MESH24,Sell,3/4/2024 9:41:00 AM,3/4/2024 9:41:01 AM,Filled,1,5102.00,1.2,3/15/2024
            1,MESH24,Buy,3/4/2024 9:51:00 AM,3/4/2024 9:51:01 AM,Canceled,0,0,0,3/15/2024
            """, 2, 10m, 2.4m
        },
        {
            "rithmic_orders",
            """
            Completed Orders,,,,,,,
            Account,Status,Buy/Sell,Qty Filled,Symbol,Avg Fill Price,Commission Fill Rate,Update Time
            R1,Filled,B,2,MESH5,5900,0.62,2025-01-22 15:02:03
            R1,Filled,S,2,MESH5,5901,0.62,2025-01-22 15:12:03
            R1,Cancelled,S,0,MESH5,0,0.62,2025-01-22 15:12:03
            """, 2, 10m, 2.48m
        },
        {
            "rithmic_performance",
            """
            Account,R1,,,,,,,
            Instrument,MESH5,,,,,,,
            Fill Size,Trade P&L,Trade Life Span,Commission & Fees,Entry Buy/Sell,Entry Price,Entry Time,Exit Price,Exit Time
            2,$10.00,00:10:00,$2.48,B,5900,2025-01-22 15:02:03,5901,2025-01-22 15:12:03
            """, 2, 10m, 2.48m
        },
        {
            "ninjatrader_executions",
            """
            Instrument,Action,Quantity,Price,Time,ID,E/X,Position,Order ID,Name,Commission,Rate,Account,Connection,
            MES 03-25,Buy,1,5900,1/22/2025 3:02:03 PM,x1,Entry,1 L,o1,Entry,$0.62,1,Sim101,Sim,
            MES 03-25,Sell,1,5901,1/22/2025 3:12:03 PM,x2,Exit,-,o2,Exit,$0.62,1,Sim101,Sim,
            """, 2, 5m, 1.24m
        },
        {
            "ninjatrader_trades",
            """
            Numéro de transaction;Instrument;Compte;Stratégie;Pos. marché;Qté;Prix d'entrée;Prix de sortie;Heure d'entrée;Heure de sortie;Nom d'entrée;Nom de sortie;Profit;Profit net cum.;Commission
            1;MES DEC25;Sim101;;Short;1;5901,00;5900,00;28/10/2025 14:30:26;28/10/2025 14:31:14;;Close;5,00 $;5,00 $;1,24 $
            """, 2, 5m, 1.24m
        },
        {
            "tradezella",
            """
            Account Name,Symbol,Side,Quantity,Open Date,Open Time,Close Date,Close Time,Entry Price,Exit Price,Gross P&L,Commission,Fee
            Main,TSLA,short,100,2024-03-04,09:31:00,2024-03-04,09:41:00,200,199,100,1,0.5
            """, 2, 100m, 1.5m
        },
        {
            "tastytrade",
            """
            Date,Type,Sub Type,Action,Symbol,Instrument Type,Description,Value,Quantity,Average Price,Commissions,Fees,Multiplier,Root Symbol,Underlying Symbol,Expiration Date,Strike Price,Call or Put,Order #,Currency
            2024-03-16T16:00:00-0500,Receive Deliver,Expiration,SELL_TO_CLOSE,SPY   240315P00500000,Equity Option,Removal of option,0.00,1,--,--,0.00,100,SPY,SPY,3/15/24,500,PUT,,USD
            2024-03-05T10:41:00-0500,Trade,Sell to Close,SELL_TO_CLOSE,SPY   240315C00510000,Equity Option,Sold,250.00,1,250.00,0.00,-0.14,100,SPY,SPY,3/15/24,510,CALL,2,USD
            2024-03-04T09:35:00-0500,Trade,Buy to Open,BUY_TO_OPEN,SPY   240315P00500000,Equity Option,Bought,-30.00,1,-30.00,-1.00,-0.13,100,SPY,SPY,3/15/24,500,PUT,3,USD
            2024-03-04T09:31:00-0500,Trade,Buy to Open,BUY_TO_OPEN,SPY   240315C00510000,Equity Option,Bought,-200.00,1,-200.00,-1.00,-0.13,100,SPY,SPY,3/15/24,510,CALL,1,USD
            2024-03-01T09:00:00-0500,Money Movement,Deposit,,,,Wire,1000.00,0,,--,0.00,,,,,,,,USD
            """, 4, 20m, 2.40m
        },
        {
            "firstrade",
            """
            Symbol,Quantity,Price,Action,Description,TradeDate,SettledDate,Interest,Amount,Commission,Fee,CUSIP,RecordType
            TSLA,-100.00,201.00,SELL,TESLA INC UNSOLICITED EXEC TIME: 09:41:00,2024-03-04,2024-03-06,0.00,20099.00,0.00,1.00,88160R101,Trade
            TSLA,100.00,200.00,BUY,TESLA INC UNSOLICITED EXEC TIME: 09:31:00,2024-03-04,2024-03-06,0.00,-20000.00,0.00,0.00,88160R101,Trade
            ,0.00,,Interest,CREDIT INTEREST,2024-03-05,2024-03-05,0.00,1.00,0.00,0.00,,Financial
            """, 2, 100m, 1m
        },
        {
            "metatrader4",
            """
            Ticket;Open;Type;Volume;Symbol;Price;SL;TP;Close;Price;Swap;Commissions;Profit;Pips;Trade duration in seconds
            31;2024-03-04 09:31:00;buy;0,50;EURUSD;1,08500;0;0;2024-03-04 09:41:00;1,08600;-0,10;-1,50;50,00;10,0;600
            """, 2, 50m, 1.6m
        },
        {
            "metatrader5",
            """
            Trade History Report,,,,,,,,,,,,
            Name:,,,X,,,,,,,,,
            Account:,,,"123456 (EUR, Broker-Demo, demo, Hedge)",,,,,,,,,
            Positions,,,,,,,,,,,,
            Time,Position,Symbol,Type,Volume,Price,S / L,T / P,Time,Price,Commission,Swap,Profit
            2024.03.04 09:31:00,555,EURUSD,sell,0.5,1.08600,,,2024.03.04 09:41:00,1.08500,-1.50,-0.10,50.00
            Deals,,,,,,,,,,,,
            Time,Deal,Symbol,Type,Direction,Volume,Price,Order,Commission,Fee,Swap,Profit,Balance
            2024.03.01 00:00:00,1,,balance,,,,,0.00,0.00,0.00,1 000.00,1 000.00
            2024.03.04 09:31:00,2,EURUSD,sell,in,0.5,1.08600,9,-1.50,0.00,0.00,0.00,998.50
            2024.03.04 09:41:00,3,EURUSD,buy,out,0.5,1.08500,10,0.00,0.00,-0.10,50.00,1 048.40
            """, 2, 50m, 1.6m
        },
        {
            "thinkorswim",
            """
            Account Statement for 123 (ira) since 3/4/24 through 3/4/24

            Cash Balance
            DATE,TIME,TYPE,REF #,DESCRIPTION,Misc Fees,Commissions & Fees,AMOUNT,BALANCE
            3/4/24,09:31:01,TRD,="1",BOT +100 TSLA @200.00,,-0.65,"-20,000.00",0
            3/4/24,09:41:02,TRD,="2",SOLD -100 TSLA @201.00,-0.35,-0.65,"20,100.00",0
            3/4/24,16:00:00,BAL,,Cash balance,,,,0

            Account Trade History
            ,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Order Type
            ,3/4/24 09:41:00,STOCK,SELL,-100,TO CLOSE,TSLA,,,STOCK,201.00,201.00,MKT
            ,3/4/24 09:31:00,STOCK,BUY,+100,TO OPEN,TSLA,,,STOCK,200.00,200.00,MKT

            Profits and Losses
            Symbol,Description,P/L Open
            TSLA,TESLA,0
            """, 2, 100m, 1.65m
        },
        {
            "ghostfolio",
            """
            {"meta":{"version":"2"},"activities":[{"currency":"USD","dataSource":"YAHOO","date":"2024-03-04T09:31:00.000Z","fee":1,"quantity":10,"symbol":"MSFT","type":"BUY","unitPrice":400},
            {"currency":"USD","dataSource":"YAHOO","date":"2024-03-05T09:31:00.000Z","fee":1.5,"quantity":10,"symbol":"MSFT","type":"SELL","unitPrice":410},
            {"currency":"USD","dataSource":"YAHOO","date":"2024-03-06T09:31:00.000Z","fee":0,"quantity":1,"symbol":"MSFT","type":"DIVIDEND","unitPrice":0.7}]}
            """, 2, 100m, 2.5m
        },
        {
            "ibkr_trades",
            """
            <FlexQueryResponse queryName="x" type="TCF"><FlexStatements count="1"><FlexStatement accountId="U1" fromDate="20240304" toDate="20240304"><TradeConfirms>
            <TradeConfirm accountId="U1" currency="USD" assetCategory="OPT" symbol="SPY   240315C00510000" multiplier="100" dateTime="20240304;093100" quantity="1" price="2" commission="-1" buySell="BUY" execID="a" levelOfDetail="EXECUTION" />
            <TradeConfirm accountId="U1" currency="USD" assetCategory="OPT" symbol="SPY   240315C00510000" multiplier="100" dateTime="20240304;094100" quantity="-1" price="2.5" commission="-1" buySell="SELL" execID="b" levelOfDetail="EXECUTION" />
            <TradeConfirm accountId="U1" currency="USD" assetCategory="CASH" symbol="EUR.USD" multiplier="1" dateTime="20240304;094200" quantity="100" price="1.1" commission="-2" buySell="BUY" execID="c" levelOfDetail="EXECUTION" />
            </TradeConfirms></FlexStatement></FlexStatements></FlexQueryResponse>
            """, 2, 50m, 2m
        },
        {
            "cn_broker",
            "成交日期\t成交时间\t证券代码\t证券名称\t操作\t成交数量\t成交价格\t成交金额\t佣金\t印花税\t过户费\n20240304\t09:31:00\t=\"000878\"\t云南铜业\t证券买入\t100\t10.00\t1000.00\t5.00\t0.00\t0.02\n20240305\t09:41:00\t=\"000878\"\t云南铜业\t证券卖出\t100\t11.00\t1100.00\t5.00\t0.55\t0.02\n20240306\t\t\t\t银证转入\t0\t0\t1000\t0\t0\t0\n",
            2, 100m, 10.59m
        },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Comes_out_with_its_result(string format, string content, int executions, decimal gross, decimal fees)
    {
        (string found, ParsedImport parsed) = Fixtures.Read(Fixtures.Open(content));

        parsed.Errors.Should().BeEmpty();
        found.Should().Be(format);
        parsed.Executions.Should().HaveCount(executions);
        CurrencyTotal total = ImportTotals.Of(parsed.Executions).ByCurrency.Single();
        total.ClosedTrades.Should().Be(executions / 2);
        total.Gross.Should().Be(gross);
        total.Fees.Should().Be(fees);
    }

    [Fact]
    public void Deals_of_many_positions_at_once_are_paired_by_their_results()
    {
        ParsedImport parsed = Fixtures.Read("""
            Time,Deal,Symbol,Type,Direction,Volume,Price,Order,Commission,Fee,Swap,Profit,Balance,Comment
            2024.03.04 09:30:00,1,XAUUSD,buy,in,0.1,2000.00,1,-0.5,0,0,0.00,1000,
            2024.03.04 09:31:00,2,XAUUSD,buy,in,0.1,2010.00,2,-0.5,0,0,0.00,1000,
            2024.03.04 09:41:00,3,XAUUSD,sell,out,0.1,2015.00,3,0,0,0,50.00,1050,
            2024.03.04 09:51:00,4,XAUUSD,sell,out,0.1,2020.00,4,0,0,-1,200.00,1250,
            ,,,,,,,,-1.0,0,-1,250.00,1250,
            """);

        ImportTotals.Of(parsed.Executions).ByCurrency.Single().Should().BeEquivalentTo(new { ClosedTrades = 2, Gross = 250m, Fees = 2m });
        parsed.Executions.Where(execution => execution.Side == FillSide.Buy).Select(execution => (execution.Price, execution.PairingKey)).Should().BeEquivalentTo([(2010m, "2-3"), (2000m, "1-4")]);
    }

    [Fact]
    public void An_open_trade_is_closed_by_the_next_statement()
    {
        const string Head = "Ticket,Open Time,Type,Size,Item,Price,S / L,T / P,Close Time,Price,Commission,Taxes,Swap,Profit\n";

        ParsedImport first = Fixtures.Read(Head + "7,2024.03.04 09:31:00,buy,1.00,eurusd,1.1,0,0,,1.2,0,0,0,100\n8,2024.03.04 09:31:00,buy limit,1.00,eurusd,1.1,0,0,2024.03.04 09:32:00,1.2,cancelled,,,\n9,2024.03.04 09:00:00,balance,deposit,,,,,,,,,,500\n");
        ParsedImport second = Fixtures.Read(Head + "7,2024.03.04 09:31:00,buy,1.00,eurusd,1.1,0,0,2024.03.05 09:31:00,1.3,0,0,0,200\n");

        first.Executions.Should().ContainSingle().Which.DedupeKey.Should().Be(second.Executions[0].DedupeKey);
        first.Skipped.Select(row => row.Reason).Should().Equal("not_filled", "cash_movement");
    }
}
