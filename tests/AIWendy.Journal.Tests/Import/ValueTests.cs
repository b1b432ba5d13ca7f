using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Journal.Tests.Import;

public sealed class ValueTests
{
    [Theory]
    [InlineData("1234.5", 1234.5)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("$(59.00)", -59)]
    [InlineData("($205.03)", -205.03)]
    [InlineData("-$694.48", -694.48)]
    [InlineData("-$ 200.00", -200)]
    [InlineData("12.50-", -12.5)]
    [InlineData("\u22123.5", -3.5)]
    [InlineData("$229.95 ", 229.95)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("100,285.000000000", 100285)]
    [InlineData("0.01076760USDT", 0.0107676)]
    [InlineData("-2.637591265E-4", -0.0002637591265)]
    [InlineData("1e+3", 1000)]
    [InlineData("0.00000000012", 0.00000000012)]
    [InlineData("12,5", 12.5)]
    [InlineData("0,76672417", 0.76672417)]
    [InlineData("2000,00", 2000)]
    public void Numbers_with_a_decimal_point(string text, decimal expected)
    {
        new NumberText('.').TryParse(text, out decimal value).Should().BeTrue();
        value.Should().Be(expected);
    }

    [Fact]
    public void Twenty_decimals_are_kept()
    {
        new NumberText('.').TryParse("€3102.3217898325970226955", out decimal value).Should().BeTrue();
        value.Should().Be(3102.3217898325970226955m);
    }

    [Theory]
    [InlineData("58,00 $", 58)]
    [InlineData("26068,25", 26068.25)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1 234,50", 1234.5)]
    [InlineData("-$ 200,00", -200)]
    [InlineData("1.234.567", 1234567)]
    public void Numbers_with_a_decimal_comma(string text, decimal expected)
    {
        new NumberText(',').TryParse(text, out decimal value).Should().BeTrue();
        value.Should().Be(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1,2,3")]
    [InlineData("1.2.3")]
    public void What_is_no_number_is_refused(string text) => new NumberText('.').TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Separator_is_decided_from_the_whole_column()
    {
        NumberText.For(["1,250", "12,5"], ',').TryParse("1,250", out decimal comma).Should().BeTrue();
        NumberText.For(["1,250", "12.5"], ',').TryParse("1,250", out decimal point).Should().BeTrue();

        comma.Should().Be(1.25m);
        point.Should().Be(1250);
    }

    [Theory]
    [InlineData("2025-03-04", "2025-03-04T00:00:00")]
    [InlineData("2025/03/04 15:16:17", "2025-03-04T15:16:17")]
    [InlineData("20250304", "2025-03-04T00:00:00")]
    [InlineData("20250304;151617", "2025-03-04T15:16:17")]
    [InlineData("20250304151617", "2025-03-04T15:16:17")]
    [InlineData("2025.03.04 15:16", "2025-03-04T15:16:00")]
    [InlineData("2025-03-04, 09:30:00", "2025-03-04T09:30:00")]
    [InlineData("03/04/2025 3:16:17 PM", "2025-03-04T15:16:17")]
    [InlineData("3/4/25", "2025-03-04T00:00:00")]
    [InlineData("2025年3月4日 15:16:17", "2025-03-04T15:16:17")]
    [InlineData("2023-12-18 11:45:06.326", "2023-12-18T11:45:06.326")]
    [InlineData("May 5, 2020, 10:10:57 PM", "2020-05-05T22:10:57")]
    public void Dates_month_first(string text, string expected)
    {
        TimeText.TryParse(text, DateOrder.MonthFirst, out DateTime local, out TimeSpan? offset).Should().BeTrue();
        local.Should().Be(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        offset.Should().BeNull();
    }

    [Fact]
    public void Dates_day_first()
    {
        TimeText.TryParse("28/10/2025 14:30:26", DateOrder.DayFirst, out DateTime local, out _).Should().BeTrue();
        local.Should().Be(new DateTime(2025, 10, 28, 14, 30, 26));
        TimeText.TryParse("28/10/2025", DateOrder.MonthFirst, out _, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("05/08/2025 11:22:07 -04:00", -4)]
    [InlineData("2025-01-17 16:57:02 UTC", 0)]
    [InlineData("2021-08-06T00:00:00.000000Z", 0)]
    [InlineData("2025-12-31 23:59:59 EST", -5)]
    [InlineData("2025-12-31T23:59:59+0530", 5.5)]
    public void Offsets_are_read(string text, double hours)
    {
        TimeText.TryParse(text, DateOrder.MonthFirst, out _, out TimeSpan? offset).Should().BeTrue();
        offset.Should().Be(TimeSpan.FromHours(hours));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-13-01")]
    [InlineData("2025-02-30")]
    [InlineData("yesterday")]
    [InlineData("2025-01-01 25:00:00")]
    [InlineData("12.5")]
    public void What_is_no_date_is_refused(string text) => TimeText.TryParse(text, DateOrder.MonthFirst, out _, out _).Should().BeFalse();

    [Theory]
    [InlineData("America/New_York", "2025-01-15T09:30:00", "2025-01-15T14:30:00Z")]
    [InlineData("America/New_York", "2025-07-15T09:30:00", "2025-07-15T13:30:00Z")]
    [InlineData("America/New_York", "2025-03-09T02:30:00", "2025-03-09T07:30:00Z")]
    [InlineData("America/New_York", "2025-11-02T01:30:00", "2025-11-02T05:30:00Z")]
    [InlineData("Europe/Paris", "2025-03-30T02:30:00", "2025-03-30T01:30:00Z")]
    [InlineData("Europe/Paris", "2025-10-26T02:30:00", "2025-10-26T00:30:00Z")]
    [InlineData("Asia/Shanghai", "2025-06-03T09:31:00", "2025-06-03T01:31:00Z")]
    public void Local_times_become_utc_where_clocks_jump(string zone, string local, string utc)
    {
        DateTime time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);

        ZonedTime.ToUtc(time, null, TimeZoneInfo.FindSystemTimeZoneById(zone)).Should().Be(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
    }
}
