using AIWendy.Plugins.Journal.Engine;

namespace AIWendy.Journal.Tests.Engine;

/// <summary>Holds over 1,000 random books that end flat; the seed is fixed, so a failure repeats.</summary>
public sealed class LotMatchingProperties
{
    private const int BookCount = 1000;

    [Fact]
    public void Methods_agree_once_flat()
    {
        foreach (List<Execution> fills in RandomBooks())
        {
            (decimal gross, decimal fees)[] totals = [.. Enum.GetValues<LotMethod>().Select(method => Totals(LotMatching.Build(fills, method)))];

            totals.Should().AllBeEquivalentTo(Totals(fills));
        }
    }

    [Fact]
    public void Order_of_rows_does_not_matter_when_times_differ()
    {
        Random random = new(7);
        foreach (List<Execution> fills in RandomBooks())
        {
            Execution[] shuffled = [.. fills];
            random.Shuffle(shuffled);

            IReadOnlyList<RoundTrip> expected = LotMatching.Build(fills).RoundTrips;
            IReadOnlyList<RoundTrip> actual = LotMatching.Build(shuffled).RoundTrips;

            actual.Select(trip => (trip.OpenedAt, trip.ClosedAt, trip.Gross, trip.Fees, trip.Quantity))
                .Should().Equal(expected.Select(trip => (trip.OpenedAt, trip.ClosedAt, trip.Gross, trip.Fees, trip.Quantity)));
        }
    }

    [Fact]
    public void Splitting_a_fill_into_two_changes_no_total()
    {
        foreach (List<Execution> fills in RandomBooks())
        {
            List<Execution> split = [.. fills.SelectMany(Halves)];

            IReadOnlyList<RoundTrip> expected = LotMatching.Build(fills).RoundTrips;
            IReadOnlyList<RoundTrip> actual = LotMatching.Build(split).RoundTrips;

            actual.Select(trip => (trip.OpenedAt, trip.ClosedAt, trip.Gross, trip.Quantity)).Should().Equal(expected.Select(trip => (trip.OpenedAt, trip.ClosedAt, trip.Gross, trip.Quantity)));
            actual.Sum(trip => trip.Fees).Should().Be(expected.Sum(trip => trip.Fees));
        }
    }

    private static (decimal Gross, decimal Fees) Totals(Book book)
    {
        book.OpenPositions.Should().BeEmpty();
        decimal gross = book.RoundTrips.Sum(trip => trip.Gross);
        decimal fees = book.RoundTrips.Sum(trip => trip.Fees);
        book.Realisations.Sum(part => part.Gross).Should().Be(gross);
        book.Realisations.Sum(part => part.Fees).Should().Be(fees);
        return (gross, fees);
    }

    private static (decimal Gross, decimal Fees) Totals(List<Execution> fills) =>
        (-fills.Sum(fill => fill.SignedQuantity * fill.Price * fill.Multiplier), fills.Sum(fill => fill.Fee));

    private static IEnumerable<Execution> Halves(Execution fill)
    {
        if (fill.Quantity < 2)
        {
            return [fill];
        }

        decimal part = Math.Floor(fill.Quantity / 2);
        decimal fee = Math.Round(fill.Fee / 2, 2);
        return
        [
            fill with { Quantity = part, Fee = fee },
            fill with { Id = Guid.CreateVersion7(), Quantity = fill.Quantity - part, Fee = fill.Fee - fee, Sequence = 1 },
        ];
    }

    private static IEnumerable<List<Execution>> RandomBooks()
    {
        Random random = new(20261123);
        for (int book = 0; book < BookCount; book++)
        {
            decimal multiplier = random.Next(3) switch { 0 => 1, 1 => 5, _ => 100 };
            List<Execution> fills = [];
            decimal position = 0;
            int count = random.Next(2, 30);
            for (int i = 0; i < count; i++)
            {
                FillSide side = random.Next(2) == 0 ? FillSide.Buy : FillSide.Sell;
                Execution fill = Books.Fill(i, side, random.Next(1, 500), random.Next(100, 99999) / 1000m, random.Next(0, 900) / 100m, multiplier);
                position += fill.SignedQuantity;
                fills.Add(fill);
            }

            if (position != 0)
            {
                fills.Add(Books.Fill(count, position > 0 ? FillSide.Sell : FillSide.Buy, Math.Abs(position), 50.123m, 1.11m, multiplier));
            }

            yield return fills;
        }
    }
}
