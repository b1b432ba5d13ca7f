namespace AIWendy.Plugins.Journal.Engine;

/// <summary>Turns fills into round trips, open positions and realised results.</summary>
public static class LotMatching
{
    /// <summary>
    /// Matches fills per account and instrument, in the order of <see cref="ExecutionOrder"/>. The order of the input
    /// matters only for fills whose time, sequence and row are all equal. Once a position is flat its totals are the
    /// same for every method; the methods differ in what each closing fill realises.
    /// </summary>
    /// <param name="executions">Fills of any number of accounts and instruments.</param>
    /// <param name="method">Which lots are closed first.</param>
    public static Book Build(IEnumerable<Execution> executions, LotMethod method = LotMethod.Fifo)
    {
        ArgumentNullException.ThrowIfNull(executions);
        Dictionary<PositionKey, PositionBuilder> positions = [];
        foreach (Execution execution in executions.Order(ExecutionOrder.Instance))
        {
            if (!positions.TryGetValue(execution.Position, out PositionBuilder? position))
            {
                position = new PositionBuilder(execution.Position, method);
                positions.Add(execution.Position, position);
            }

            position.Apply(execution);
        }

        return new Book(
            [.. positions.Values.SelectMany(position => position.RoundTrips).OrderBy(trip => trip.ClosedAt).ThenBy(trip => trip.OpenedAt)],
            [.. positions.Values.Select(position => position.Current()).OfType<OpenPosition>()],
            [.. positions.Values.SelectMany(position => position.Realisations)]);
    }
}
