namespace AIWendy.Plugins.Journal.Engine;

/// <summary>Equity at the end of one day.</summary>
/// <param name="Date">Day in the account's zone.</param>
/// <param name="Net">Result of the trades closed that day; of all days that the point stands for when thinned.</param>
/// <param name="Equity">Start balance plus every result up to here.</param>
/// <param name="Drawdown">Distance below the highest equity so far, not negative.</param>
/// <param name="Trades">Number of trades closed.</param>
public sealed record EquityPoint(DateOnly Date, decimal Net, decimal Equity, decimal Drawdown, int Trades);

/// <summary>Builds and thins the curve of equity by day.</summary>
public static class EquityCurve
{
    /// <summary>One point per day that has a close.</summary>
    /// <param name="days">Result and number of trades per day, in the order of days.</param>
    /// <param name="startBalance">Equity before the first day.</param>
    public static IReadOnlyList<EquityPoint> Of(IEnumerable<(DateOnly Date, decimal Net, int Trades)> days, decimal startBalance)
    {
        ArgumentNullException.ThrowIfNull(days);
        List<EquityPoint> points = [];
        decimal equity = startBalance;
        decimal peak = startBalance;
        foreach ((DateOnly date, decimal net, int trades) in days)
        {
            equity += net;
            peak = Math.Max(peak, equity);
            points.Add(new EquityPoint(date, net, equity, peak - equity, trades));
        }

        return points;
    }

    /// <summary>
    /// Thins a curve: of each run of neighbouring days the one with the deepest drawdown stays, the last day always
    /// does. Results and counts of the days left out are added to the day that stands for them.
    /// </summary>
    public static IReadOnlyList<EquityPoint> Thin(IReadOnlyList<EquityPoint> points, int atMost)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 2);
        if (points.Count <= atMost)
        {
            return points;
        }

        List<EquityPoint> thinned = new(atMost);
        int pieces = atMost - 1;
        int rest = points.Count - 1;
        decimal net = 0;
        int trades = 0;
        for (int piece = 0; piece < pieces; piece++)
        {
            int from = (int)((long)rest * piece / pieces);
            int to = (int)((long)rest * (piece + 1) / pieces);
            int chosen = from;
            for (int i = from; i < to; i++)
            {
                chosen = points[i].Drawdown > points[chosen].Drawdown ? i : chosen;
            }

            for (int i = from; i <= chosen; i++)
            {
                net += points[i].Net;
                trades += points[i].Trades;
            }

            thinned.Add(points[chosen] with { Net = net, Trades = trades });
            net = 0;
            trades = 0;
            for (int i = chosen + 1; i < to; i++)
            {
                net += points[i].Net;
                trades += points[i].Trades;
            }
        }

        thinned.Add(points[^1] with { Net = net + points[^1].Net, Trades = trades + points[^1].Trades });
        return thinned;
    }
}
