using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Journal.Tests.Import;

public sealed class ExecutionsTableTests
{
    [Theory]
    [InlineData("Date,Time", "2025-01-31,14:05:06")]
    [InlineData("Time,Date", "14:05:06,2025-01-31")]
    [InlineData("Trade Date,Exec Time", "2025-01-31,14:05:06")]
    [InlineData("T/D,Exec Time", "2025-01-31,2025-01-31 14:05:06")]
    [InlineData("Exec Time,Account", "2025-01-31 14:05:06,U1")]
    [InlineData("Time,Account", "2025-01-31 14:05:06,U1")]
    [InlineData("Timestamp,Account", "2025-01-31T14:05:06Z,U1")]
    [InlineData("Date,Account", "2025-01-31 14:05:06,U1")]
    [InlineData("日期,时间", "20250131,14:05:06")]
    public void A_day_and_a_time_are_read_from_one_column_or_from_two(string headings, string cells)
    {
        ParsedImport parsed = Fixtures.Read($"{headings},Ticker,Qty,Price,Side,Fee\n{cells},AAPL,100,10.5,Buy,1\n");

        parsed.ErrorCount.Should().Be(0);
        parsed.Executions.Single().ExecutedAt.Should().Be(new DateTimeOffset(2025, 1, 31, 14, 5, 6, TimeSpan.Zero));
    }

    [Fact]
    public void Fees_in_columns_of_their_own_are_added_up()
    {
        ParsedImport parsed = Fixtures.Read("Date,Time,Ticker,Qty,Price,Side,Commission,SecFee,Exchange Fee\n2025-01-31,14:05:06,AAPL,100,10.5,Buy,1,0.02,0.3\n");

        parsed.Executions.Single().Fee.Should().Be(1.32m);
    }
}
