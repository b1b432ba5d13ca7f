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
    /// The same with money that came in or went out without a trade: it moves equity from its day on, and days without a
    /// close get a point of their own; drawdowns stay those of the results.
    /// </summary>
    /// <param name="points">The curve.</param>
    /// <param name="flows">Amounts in the order of days.</param>
    public static IReadOnlyList<EquityPoint> WithFlows(IReadOnlyList<EquityPoint> points, IReadOnlyList<(DateOnly Date, decimal Amount)> flows)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(flows);
        if (points.Count == 0 || flows.Count == 0)
        {
            return points;
        }

        List<EquityPoint> moved = [];
        decimal moneyIn = 0;
        int next = 0;
        EquityPoint before = points[0] with { Net = 0, Equity = points[0].Equity - points[0].Net, Drawdown = 0, Trades = 0 };
        foreach (EquityPoint point in points)
        {
            for (; next < flows.Count && flows[next].Date <= point.Date; next++)
            {
                moneyIn += flows[next].Amount;
                bool isLastOfDay = next + 1 == flows.Count || flows[next + 1].Date > flows[next].Date;
                if (isLastOfDay && flows[next].Date < point.Date)
                {
                    moved.Add(before with { Date = flows[next].Date, Net = 0, Equity = before.Equity + moneyIn, Trades = 0 });
                }
            }

            moved.Add(point with { Equity = point.Equity + moneyIn });
            before = point;
        }

        for (; next < flows.Count; next++)
        {
            moneyIn += flows[next].Amount;
            if (next + 1 == flows.Count || flows[next + 1].Date > flows[next].Date)
            {
                moved.Add(before with { Date = flows[next].Date, Net = 0, Equity = before.Equity + moneyIn, Trades = 0 });
            }
        }

        return moved;
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
