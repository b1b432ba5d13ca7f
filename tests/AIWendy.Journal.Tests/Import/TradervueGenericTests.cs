using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Journal.Tests.Import;

public sealed class TradervueGenericTests
{
    private const string Header = "Date,Time,Symbol,Quantity,Price,Side,Commission,TransFee,ECNFee\n";

    [Theory]
    [InlineData("01/31/2025")]
    [InlineData("1/31/25")]
    [InlineData("01-31-2025")]
    [InlineData("2025/01/31")]
    [InlineData("2025-01-31")]
    [InlineData("20250131")]
    public void Every_form_of_date(string date)
    {
        ParsedExecution execution = Fixtures.Read($"{Header}{date},14:05:06,AAPL,100,10.5,B,1,0.02,0.3\n").Executions.Single();

        execution.ExecutedAt.Should().Be(new DateTimeOffset(2025, 1, 31, 14, 5, 6, TimeSpan.Zero));
        execution.Fee.Should().Be(1.32m);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("\t")]
    [InlineData(";")]
    [InlineData("|")]
    public void Every_delimiter(string delimiter)
    {
        string text = (Header + "2025-01-31,14:05:06,AAPL,100,10.5,Buy,1,0,0\n2025-01-31,14:06:06,AAPL,100,10.6,Sell,1,0,0\n").Replace(",", delimiter, StringComparison.Ordinal);

        (string format, ParsedImport parsed) = Fixtures.Read(Fixtures.Open(text));

        format.Should().Be("tradervue_generic");
        ImportTotals.Of(parsed.Executions).ByCurrency.Single().Net.Should().Be(8);
    }

    [Theory]
    [InlineData("B", true)]
    [InlineData("Buy", true)]
    [InlineData("BOT", true)]
    [InlineData("Buy to Cover", true)]
    [InlineData("S", false)]
    [InlineData("Sell Short", false)]
    [InlineData("SLD", false)]
    [InlineData("SS", false)]
    public void Every_word_for_a_side(string side, bool isBuy) =>
        Fixtures.Read($"{Header}2025-01-31,14:05:06,AAPL,100,10.5,{side},1,0,0\n").Executions.Single().Side.Should().Be(isBuy ? FillSide.Buy : FillSide.Sell);

    [Fact]
    public void Without_a_side_a_negative_quantity_is_a_sale()
    {
        ParsedImport parsed = Fixtures.Read("Date,Time,Symbol,Quantity,Price\n2025-01-31,14:05:06,AAPL,100,10.5\n2025-01-31,14:06:06,AAPL,-100,10.6\n");

        parsed.Executions.Select(execution => execution.Side).Should().Equal(FillSide.Buy, FillSide.Sell);
        parsed.Executions.Should().OnlyContain(execution => execution.Quantity == 100);
    }

    [Fact]
    public void Header_may_be_absent_when_the_columns_keep_their_order()
    {
        (string format, ParsedImport parsed) = Fixtures.Read(Fixtures.Open("2025-01-31,14:05:06,AAPL,100,10.5,B,1.00\n2025-01-31,14:06:06,AAPL,100,10.6,S,1.00\n"));

        format.Should().Be("tradervue_generic");
        parsed.Executions.Select(execution => execution.Row).Should().Equal(1, 2);
        ImportTotals.Of(parsed.Executions).ByCurrency.Single().Net.Should().Be(8);
    }

    [Fact]
    public void Headings_match_regardless_of_case_and_byte_order_mark() =>
        Fixtures.Read("\uFEFFDATE,time, Symbol ,QUANTITY,Price,side\n2025-01-31,14:05:06,AAPL,100,10.5,B\n").Executions.Should().ContainSingle();

    [Fact]
    public void Local_times_use_the_zone() =>
        Fixtures.Read(Header + "01/31/2025,09:30:00,AAPL,100,10.5,B,1,0,0\n", "America/New_York").Executions.Single().ExecutedAt
            .Should().Be(new DateTimeOffset(2025, 1, 31, 14, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Futures_take_their_point_value()
    {
        ParsedImport parsed = Fixtures.Read(Header + "01/31/2025,09:30:00,/ESH5,1,6000,B,2,0,0\n01/31/2025,09:40:00,/ESH5,1,6001,S,2,0,0\n01/31/2025,09:40:00,/QQQQH5,1,1,S,0,0,0\n");

        ImportTotals.Of(parsed.Executions).ByCurrency.Single().Gross.Should().Be(50);
        parsed.Warnings.Should().ContainSingle(warning => warning.Code == "point_value_unknown");
    }

    [Fact]
    public void Dates_that_can_be_read_both_ways_are_read_month_first_and_said_so()
    {
        ParsedImport parsed = Fixtures.Read(Header + "01/02/2025,09:30:00,AAPL,1,1,B,0,0,0\n");

        parsed.Executions.Single().ExecutedAt.Month.Should().Be(1);
        parsed.Warnings.Should().ContainSingle(warning => warning.Code == "dates_ambiguous");
    }

    [Fact]
    public void A_day_above_twelve_decides_for_the_whole_column()
    {
        ParsedImport parsed = Fixtures.Read(Header + "01/02/2025,09:30:00,AAPL,1,1,B,0,0,0\n25/02/2025,09:30:00,AAPL,1,1,S,0,0,0\n");

        parsed.Executions.Select(execution => execution.ExecutedAt.Day).Should().Equal(1, 25);
        parsed.Warnings.Should().BeEmpty();
    }

    [Fact]
    public void Every_row_is_accounted_for()
    {
        ParsedImport parsed = Fixtures.Read(Header + """
            2025-01-31,14:05:06,AAPL,100,10.5,B,1,0,0
            2025-01-31,14:05:06,AAPL,abc,10.5,B,1,0,0
            2025-01-31,14:05:06,AAPL,0,10.5,B,1,0,0
            2025-99-31,14:05:06,AAPL,1,10.5,B,1,0,0
            2025-01-31,14:05:06,,1,10.5,B,1,0,0
            2025-01-31,14:05:06,AAPL,1,99999999999999,B,1,0,0
            2025-01-31,14:05:06,AAPL,1,1,hold,1,0,0

            """);

        parsed.Executions.Should().ContainSingle();
        parsed.Errors.Select(error => (error.Row, error.Column, error.Code)).Should().Equal(
            (3, "Quantity", "number_invalid"),
            (4, "Quantity", "quantity_zero"),
            (5, "Date", "date_invalid"),
            (6, "Symbol", "value_missing"),
            (7, "Price", "number_too_large"),
            (8, "Side", "side_unknown"));
        parsed.Rows.Should().Be(7);
        parsed.Errors.Should().OnlyContain(error => error.Message.Zh != null);
    }
}
