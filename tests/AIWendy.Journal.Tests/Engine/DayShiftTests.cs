using AIWendy.Plugins.Journal.Engine;
using static AIWendy.Plugins.Journal.Engine.FillSide;

namespace AIWendy.Journal.Tests.Engine;

public sealed class DayShiftTests
{
    private const int Day = 24 * 60;

    [Theory]
    [InlineData(LotMethod.Fifo, 347.00)]
    [InlineData(LotMethod.Lifo, 247.00)]
    [InlineData(LotMethod.Average, 297.00)]
    public void The_lot_method_decides_what_each_day_has_realised(LotMethod method, decimal first)
    {
        Execution[] fills =
            [Books.Fill(0, Buy, 100, 10, 1), Books.Fill(1, Buy, 100, 12, 1), Books.Fill(Day, Sell, 150, 13, 1.5m), Books.Fill(2 * Day, Sell, 50, 9, 0.5m)];

        IReadOnlyList<DayShift> shifts = Shifts(fills, method);

        shifts.Select(shift => (shift.Day, shift.Gross - shift.Fees)).Should().Equal((new DateOnly(2025, 1, 3), first), (new DateOnly(2025, 1, 4), -first));
    }

    [Fact]
    public void Parts_of_the_day_of_the_close_need_no_shift_and_open_positions_only_give()
    {
        Shifts([Books.Fill(0, Buy, 2, 10), Books.Fill(1, Sell, 1, 11), Books.Fill(2, Sell, 1, 12)]).Should().BeEmpty();
        Shifts([Books.Fill(0, Buy, 2, 10), Books.Fill(Day, Sell, 1, 11)]).Should().ContainSingle().Which.Gross.Should().Be(1);
    }

    private static IReadOnlyList<DayShift> Shifts(Execution[] fills, LotMethod method = LotMethod.Fifo) =>
        DayShift.Of(LotMatching.Build(fills, method), (_, at) => DateOnly.FromDateTime(at.UtcDateTime));
}
