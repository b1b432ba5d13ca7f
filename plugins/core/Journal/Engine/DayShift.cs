namespace AIWendy.Plugins.Journal.Engine;

/// <summary>
/// What a day has to be given, or to lose, so that each part of a position counts on the day on which it was closed.
/// Trades count on the day of their last fill; a position that was closed over several days, or is not flat yet, has
/// realised something on other days too.
/// </summary>
/// <param name="AccountId">The account.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Currency">ISO code.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Gross">Result before fees to be added.</param>
/// <param name="Fees">Costs to be added.</param>
public sealed record DayShift(Guid AccountId, string Symbol, string Currency, DateOnly Day, decimal Gross, decimal Fees)
{
    /// <summary>The shifts of a book. Those of a closed position add up to nothing.</summary>
    /// <param name="book">Round trips and what each closing fill realised.</param>
    /// <param name="day">The trading day of a moment in an account.</param>
    public static IReadOnlyList<DayShift> Of(Book book, Func<Guid, DateTimeOffset, DateOnly> day)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(day);
        Dictionary<(PositionKey Position, Guid Execution), DateTimeOffset> closes = [];
        foreach (RoundTrip trip in book.RoundTrips)
        {
            foreach (Fill fill in trip.Fills.Where(fill => !fill.Opens))
            {
                closes[(trip.Position, fill.ExecutionId)] = trip.ClosedAt;
            }
        }

        Dictionary<(Guid, string, string, DateOnly), (decimal Gross, decimal Fees)> sums = [];
        void Add(PositionKey position, DateOnly on, decimal gross, decimal fees)
        {
            (Guid, string, string, DateOnly) key = (position.AccountId, position.Symbol, position.Currency, on);
            (decimal grossSoFar, decimal feesSoFar) = sums.GetValueOrDefault(key);
            sums[key] = (grossSoFar + gross, feesSoFar + fees);
        }

        foreach (Realisation part in book.Realisations)
        {
            PositionKey position = part.Position ?? throw new ArgumentException("A realised part names no position.", nameof(book));
            DateOnly realised = day(position.AccountId, part.At);
            if (!closes.TryGetValue((position, part.ExecutionId), out DateTimeOffset closedAt))
            {
                Add(position, realised, part.Gross, part.Fees);
            }
            else if (day(position.AccountId, closedAt) is DateOnly closed && closed != realised)
            {
                Add(position, realised, part.Gross, part.Fees);
                Add(position, closed, -part.Gross, -part.Fees);
            }
        }

        return
        [
            .. sums.Where(sum => sum.Value != (0, 0)).Select(sum => new DayShift(sum.Key.Item1, sum.Key.Item2, sum.Key.Item3, sum.Key.Item4, sum.Value.Gross, sum.Value.Fees)),
        ];
    }
}
