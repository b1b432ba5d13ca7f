using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;

namespace AIWendy.Journal.Tests.Import;

public sealed class IbkrTests
{
    private const string Flex = "\"ClientAccountID\",\"CurrencyPrimary\",\"AssetClass\",\"Symbol\",\"UnderlyingSymbol\",\"Multiplier\",\"Put/Call\",\"Date/Time\",\"Buy/Sell\",\"Quantity\",\"Price\",\"Proceeds\",\"Commission\",\"Code\",\"TradeID\",\"LevelOfDetail\"\n";

    [Fact]
    public void Flex_executions_with_options_conversions_and_summaries()
    {
        (string format, ParsedImport parsed) = Fixtures.Read(Fixtures.Open(Flex + """
            "U1","USD","STK","AAPL","","1","","20250131;093000","BUY","100","200","-20000","-1","O","11","EXECUTION"
            "U1","USD","STK","AAPL","","1","","20250131;100000","SELL","-100","201","20100","-1.1","C","12","EXECUTION"
            "U1","USD","OPT","AAPL  250221C00200000","AAPL","100","C","20250131;100100","BUY","2","3.1","-620","-1.4","O","13","EXECUTION"
            "U1","USD","CASH","EUR.USD","","1","","20250131;100200","BUY","1000","1.04","-1040","-2","O","14","EXECUTION"
            "U1","USD","STK","AAPL","","1","","20250131","SELL","-100","201","20100","-1.1","C","","SYMBOL_SUMMARY"
            "U1","USD","STK","MSFT","","1","","20250131;110000","BUY (Ca.)","1","400","-400","0","O","15","EXECUTION"
            "ClientAccountID","CurrencyPrimary","AssetClass","Symbol","UnderlyingSymbol","Multiplier","Put/Call","Date/Time","Buy/Sell","Quantity","Price","Proceeds","Commission","Code","TradeID","LevelOfDetail"
            "U2","EUR","FUT","FDAX MAR25","DAX","25","","20250131;110500","SELL","-1","21500","537500","-2.5","O","16","EXECUTION"

            """), "America/New_York");

        format.Should().Be("ibkr_trades");
        parsed.Executions.Select(execution => execution.AccountName).Should().Equal("U1", "U1", "U1", "U2");
        parsed.Executions.Select(execution => execution.Multiplier).Should().Equal(1, 1, 100, 25);
        parsed.Executions[0].ExecutedAt.Should().Be(new DateTimeOffset(2025, 1, 31, 14, 30, 0, TimeSpan.Zero));
        parsed.Executions[3].Should().BeEquivalentTo(new { Side = FillSide.Sell, Quantity = 1m, Fee = 2.5m, Currency = "EUR" });
        parsed.Skipped.Select(row => row.Reason).Should().Equal("fx_conversion", "summary", "cancelled", "heading");
        ImportTotals.Of(parsed.Executions).ByCurrency.Single(total => total.Currency == "USD").Net.Should().Be(97.9m);
    }

    [Fact]
    public void Flex_query_without_prices_is_named()
    {
        Action read = () => Fixtures.Read(Fixtures.Open("ClientAccountID,CurrencyPrimary,Symbol,Buy/Sell,Quantity\nU1,USD,AAPL,BUY,1\n"));

        read.Should().Throw<ProblemException>().Which.Code.Should().Be("wrong_export");
    }

    [Fact]
    public void Activity_statement_reads_orders_once_and_contract_sizes_from_their_section()
    {
        (string format, ParsedImport parsed) = Fixtures.Read(Fixtures.Open("""
            Statement,Header,Field Name,Field Value
            Statement,Data,BrokerName,Interactive Brokers LLC
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U7654321
            Account Information,Data,Base Currency,USD
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            Trades,Data,Order,Stocks,USD,AAPL,"2025-01-31, 09:30:00","1,000",200,201,-200000,-5,200005,0,1000,O
            Trades,Data,Order,Stocks,USD,AAPL,"2025-01-31, 10:30:00","-1,000",200.5,201,200500,-5.5,-200005,489.5,-500,C
            Trades,Data,ClosedLot,Stocks,USD,AAPL,"2025-01-31, 09:30:00","1,000",200,,,,,,,
            Trades,SubTotal,,Stocks,USD,AAPL,,0,,,500,-10.5,0,489.5,500,
            Trades,Data,Order,Futures,USD,XYZM5,"2025-01-31, 11:00:00",1,10,10,0,-2,0,0,0,O
            Trades,Data,Order,Futures,USD,XYZM5,"2025-01-31, 11:30:00",-1,11,10,0,-2,0,0,0,C
            Trades,Total,,,,,,,,,,,,,,
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,,Proceeds,Comm in USD,,,MTM in USD,Code
            Trades,Data,Order,Forex,USD,EUR.USD,"2025-01-31, 12:00:00",1000,1.04,,-1040,-2,,,0,
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Underlying,Listing Exch,Multiplier,Expiry
            Financial Instrument Information,Data,Futures,XYZM5,XYZ JUN25,123,XYZ,CME,37.5,2025-06-20

            """));

        format.Should().Be("ibkr_trades");
        parsed.Executions.Should().HaveCount(4).And.OnlyContain(execution => execution.AccountName == "U7654321");
        parsed.ErrorCount.Should().Be(0);
        CurrencyTotal total = ImportTotals.Of(parsed.Executions).ByCurrency.Single();
        total.Gross.Should().Be(500 + 37.5m);
        total.Fees.Should().Be(14.5m);
        parsed.Skipped.Select(row => row.Reason).Should().Equal("summary", "summary", "summary", "fx_conversion");
    }

    [Fact]
    public void Executions_win_over_the_orders_that_sum_them_up()
    {
        ParsedImport parsed = Fixtures.Read("""
            Statement,Header,Field Name,Field Value
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,Comm/Fee
            Trades,Data,Order,Stocks,USD,AAPL,"2025-01-31, 09:30:00",3,200,-1
            Trades,Data,Trade,Stocks,USD,AAPL,"2025-01-31, 09:30:00",1,200,-0.4
            Trades,Data,Trade,Stocks,USD,AAPL,"2025-01-31, 09:30:01",2,200,-0.6

            """);

        parsed.Executions.Select(execution => execution.Quantity).Should().Equal(1, 2);
        parsed.Skipped.Should().ContainSingle(row => row.Reason == "summary");
    }

    [Fact]
    public void Statement_without_trades_is_no_error()
    {
        ParsedImport parsed = Fixtures.Read("Statement,Header,Field Name,Field Value\nStatement,Data,BrokerName,Interactive Brokers LLC\nStatement,Data,AccountId,U0000000\n");

        parsed.Executions.Should().BeEmpty();
        parsed.ErrorCount.Should().Be(0);
        parsed.Warnings.Should().Contain(warning => warning.Code == "no_trades_section");
    }

    [Fact]
    public void Transaction_history_keeps_the_order_of_days_listed_newest_first()
    {
        ParsedImport parsed = Fixtures.Read("""
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Transaction History
            Summary,Header,Field Name,Field Value
            Summary,Data,Base Currency,GBP
            Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Gross Amount ,Commission,Net Amount
            Transaction History,Data,2025-03-16,U1,X,Dividend,VT,-,-,20.0,-,20.0
            Transaction History,Data,2025-03-16,U1,X,Sell,CNX1,-4.0,1001.00,4004.0,-3.0,4001.0
            Transaction History,Data,2025-03-15,U1,X,Buy,CNX1,2.0,1000.0,-2000.0,-3.0,-2003.0
            Transaction History,Data,2025-03-15,U1,X,Sell,CNX1,-2.0,1000.0,2000.0,-3.0,1997.0
            Transaction History,Data,2025-03-15,U1,X,Buy,CNX1,4.0,1000.0,-4000.0,-3.0,-4003.0

            """);

        ImportTotals totals = ImportTotals.Of(parsed.Executions);
        totals.ByCurrency.Single().Should().BeEquivalentTo(new { Currency = "GBP", ClosedTrades = 1, Gross = 4m, Fees = 12m });
        totals.OpenPositions.Should().BeEmpty();
        parsed.Skipped.Should().ContainSingle(row => row.Reason == "not_a_trade");
    }
}
