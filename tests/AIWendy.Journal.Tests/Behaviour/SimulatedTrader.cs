using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Behaviour;
using AIWendy.Plugins.Journal.Engine.Behaviour.Detectors;

namespace AIWendy.Journal.Tests.Behaviour;

/// <summary>What a simulated trader does beside trading at random.</summary>
internal enum Habit
{
    None,
    HoldsLosers,
    EntersAfterLosses,
    ChasesLosses,
    Overtrades,
    LosesWithEachTrade,
    LosesWithEachHour,
    IgnoresStops,
    GrowsAfterWins,
    GrowsAfterLosses,
    HasStreaks,
    SizesByResult,
    AveragesDown,
    ExitsEarly,
    PaysForBrokenRules,
    FollowsMood,
    ExitsOnRoundPrices,
    ShrinksAfterLargestLoss,
}

/// <summary>
/// Invents the trades of somebody whose outcomes, sizes, times and notes are independent of each other, except for one
/// planted habit. Prices lie on the grid of their instrument; results follow from prices.
/// </summary>
internal sealed class SimulatedTrader(int seed, Habit habit = Habit.None)
{
    private readonly Random random = new(seed);
    private readonly List<BehaviourTrade> trades = [];
    private readonly Dictionary<DateOnly, int> moods = [];
    private readonly Dictionary<int, DateTime> busyUntil = [];
    private int winStreak;
    private int lossStreak;
    private double lastResult;
    private int lastSymbol;
    private int disaster = -1;

    public int Days { get; init; } = 400;

    public double TradesPerDay { get; init; } = 4;

    public int Symbols { get; init; } = 2;

    public double WinRate { get; init; } = 0.5;

    public double Payoff { get; init; } = 1.2;

    public double SizeSpread { get; init; } = 0.15;

    public bool WholeLots { get; init; }

    public double GapMinutes { get; init; } = 30;

    public double HoldMinutes { get; init; } = 20;

    public bool Overlaps { get; init; }

    public bool Notes { get; init; } = true;

    /// <summary>Somebody at random, without a habit.</summary>
    public static BehaviourInput AtRandom(int seed)
    {
        Random choice = new(seed);
        return choice.Next(5) == 0
            ? SimulatedPortfolio.Trade(seed, bias: 0, steps: 400 + choice.Next(2000))
            : new SimulatedTrader(seed)
            {
                Days = 10 + choice.Next(90),
                TradesPerDay = 1 + (choice.NextDouble() * 7),
                Symbols = 1 + choice.Next(4),
                WinRate = 0.35 + (choice.NextDouble() * 0.3),
                Payoff = 0.7 + choice.NextDouble(),
                SizeSpread = choice.Next(3) switch { 0 => 0, 1 => 0.15, _ => 0.5 },
                WholeLots = choice.Next(2) == 0,
                GapMinutes = choice.Next(3) switch { 0 => 3, 1 => 20, _ => 60 },
                HoldMinutes = choice.Next(3) switch { 0 => 2, 1 => 20, _ => 90 },
                Overlaps = choice.Next(3) == 0,
                Notes = choice.Next(2) == 0,
            }.Trade();
    }

    public BehaviourInput Trade()
    {
        DateTime day = new(2025, 1, 6, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 0; i < Days; i++)
        {
            TradeDay(day);
            day = day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1);
        }

        return new BehaviourInput(trades) { Moods = Notes ? moods : [] };
    }

    private void TradeDay(DateTime day)
    {
        int mood = 1 + random.Next(5);
        moods[DateOnly.FromDateTime(day)] = mood;
        bool busy = habit == Habit.Overtrades && random.NextDouble() < 0.12;
        bool halves = habit == Habit.ChasesLosses;
        int count = busy ? 15 : halves ? 6 : 1 + Poisson(TradesPerDay - 1);
        double minute = 570 + random.Next(40);
        double first = minute;
        double morning = 0;
        for (int i = 0; i < count && minute < 1300; i++)
        {
            bool quick = habit == Habit.EntersAfterLosses && random.NextDouble() < (lossStreak > 0 ? 0.95 : 0.03);
            minute += i == 0 ? 0 : quick ? 1 + (random.NextDouble() * 3) : busy ? 6 : LogNormal(GapMinutes, 0.5);
            minute = halves && i == 3 ? Math.Max(minute, 900) : minute;
            bool afternoon = halves && i >= 3;
            double size = LogNormal(1, SizeSpread) * SizeFactor(afternoon && morning < 0);
            bool broken = random.NextDouble() < 0.3;
            double shift = Shift(i, (minute - first) / 60, busy, broken, mood);
            int symbol = quick ? lastSymbol : Free(day.AddMinutes(minute));
            double hold = Add(day.AddMinutes(minute), symbol, size, shift, broken);
            morning += afternoon ? 0 : lastResult * size;
            minute += Overlaps ? 0 : hold;
        }
    }

    // One position of an instrument at a time: two with prices of their own would not be one market.
    private int Free(DateTime at)
    {
        int symbol = random.Next(Symbols);
        while (busyUntil.TryGetValue(symbol, out DateTime until) && until > at)
        {
            symbol++;
        }

        return symbol;
    }

    private double SizeFactor(bool chasing) => habit switch
    {
        Habit.GrowsAfterWins when winStreak >= 3 => 2,
        Habit.GrowsAfterLosses when lossStreak >= 1 => 1.8,
        Habit.SizesByResult => Math.Exp(0.25 * lastResult),
        Habit.ChasesLosses when chasing => 2.5,
        Habit.ShrinksAfterLargestLoss when disaster >= 0 && trades.Count <= disaster + 12 => 0.5,
        _ => 1,
    };

    private double Shift(int number, double hours, bool busy, bool broken, int mood) => habit switch
    {
        Habit.Overtrades when busy && number >= TradesPerDay => -1.7,
        Habit.LosesWithEachTrade => -0.35 * number,
        Habit.LosesWithEachHour => -0.45 * hours,
        Habit.PaysForBrokenRules when broken => -2.4,
        Habit.FollowsMood => 0.9 * (mood - 3),
        _ => 0,
    };

    // Returns how long the trade was held.
    private double Add(DateTime opened, int symbol, double size, double shift, bool broken)
    {
        double chance = habit == Habit.HasStreaks && trades.Count > 0 ? (lastResult > 0 ? 0.85 : 0.15) : WinRate;
        double result = (random.NextDouble() < chance ? Payoff * (0.4 + (1.2 * random.NextDouble())) : -(0.4 + (0.65 * random.NextDouble()))) + shift;
        if (habit == Habit.ShrinksAfterLargestLoss && trades.Count == 22)
        {
            result = -8;
            disaster = trades.Count;
        }

        result *= habit == Habit.IgnoresStops && result < 0 && random.NextDouble() < 0.9 ? 2.8 : 1;
        double hold = LogNormal(HoldMinutes, 0.8) * (habit == Habit.HoldsLosers && result < 0 ? 4 : 1);
        decimal quantity = (decimal)Math.Max(WholeLots ? 1 : 0.01, Math.Round(size * (WholeLots ? 3 : 100), WholeLots ? 0 : 2));
        PositionSide side = random.Next(3) == 0 ? PositionSide.Short : PositionSide.Long;
        int direction = side == PositionSide.Long ? 1 : -1;
        decimal entry = 100 + (symbol * 50) + (random.Next(4000) * 0.01m);
        decimal distance = (40 + random.Next(60)) * 0.01m;
        decimal exit = entry + (direction * Math.Round((decimal)result * distance, 2));
        exit = habit == Habit.ExitsOnRoundPrices && random.NextDouble() < 0.35 ? Math.Round(exit * 2) / 2 : exit;
        DateTimeOffset at = new(opened, TimeSpan.Zero);
        BehaviourTrade trade = new(Guid.CreateVersion7(), $"S{symbol}", side, quantity, entry, exit, 1, (exit - entry) * direction * quantity, 0.01m * quantity, at, at.AddMinutes(hold))
        {
            Entries = Fills(at, quantity, entry, direction, hold),
        };
        trades.Add(Notes ? WithNotes(trade, distance, broken) : trade);
        lastResult = (double)(trades[^1].Net / (distance * quantity));
        lastSymbol = symbol;
        busyUntil[symbol] = opened.AddMinutes(hold);
        (winStreak, lossStreak) = lastResult > 0 ? (winStreak + 1, 0) : (0, lossStreak + 1);
        return hold;
    }

    private BehaviourTrade WithNotes(BehaviourTrade trade, decimal distance, bool broken)
    {
        decimal stop = trade.EntryPrice - (trade.Direction * distance);
        decimal target = trade.EntryPrice + (trade.Direction * distance * 2.5m);
        double chance = Math.Clamp((double)((trade.ExitPrice - stop) / (target - stop)), 0, 1);
        return trade with
        {
            PlannedStop = stop,
            PlannedTarget = target,
            RuleBroken = broken,
            TargetCameFirst = random.NextDouble() < chance + (habit == Habit.ExitsEarly ? 0.5 : 0),
        };
    }

    private OpeningFill[] Fills(DateTimeOffset at, decimal quantity, decimal entry, int direction, double hold)
    {
        if (random.NextDouble() >= 0.3 || hold < 3)
        {
            return [];
        }

        bool worse = random.NextDouble() < (habit == Habit.AveragesDown ? 0.97 : 0.5);
        decimal move = 0.1m * direction * (worse ? 1 : -1);
        return [new(at, quantity / 2, entry + move), new(at.AddMinutes(2), quantity / 2, entry - move)];
    }

    private double LogNormal(double median, double spread) => median * Math.Exp(spread * Normal());

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private int Poisson(double mean)
    {
        double limit = Math.Exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}

/// <summary>Invents somebody who holds several positions of one instrument at a time while its price wanders.</summary>
internal static class SimulatedPortfolio
{
    /// <param name="seed">The same seed gives the same trades.</param>
    /// <param name="bias">0: closes whatever; 1: never closes at a loss.</param>
    /// <param name="steps">Steps of ten minutes.</param>
    public static BehaviourInput Trade(int seed, double bias, int steps)
    {
        Random random = new(seed);
        DateTimeOffset at = new(2025, 1, 6, 0, 0, 0, TimeSpan.Zero);
        List<(DateTimeOffset At, decimal Price, decimal Quantity, PositionSide Side)> open = [];
        List<BehaviourTrade> trades = [];
        decimal price = 100;
        for (int step = 0; step < steps; step++)
        {
            at = at.AddMinutes(10);
            price = Math.Max(1, price + (random.Next(-25, 26) * 0.01m));
            for (int i = open.Count - 1; i >= 0; i--)
            {
                int direction = open[i].Side == PositionSide.Long ? 1 : -1;
                decimal gain = (price - open[i].Price) * direction;
                if (random.NextDouble() < 0.08 * (gain < 0 ? 1 - bias : 1))
                {
                    trades.Add(new BehaviourTrade(
                        Guid.CreateVersion7(), "W", open[i].Side, open[i].Quantity, open[i].Price, price, 1, gain * open[i].Quantity, 0, open[i].At, at));
                    open.RemoveAt(i);
                }
            }

            if (random.NextDouble() < 0.25)
            {
                open.Add((at.AddSeconds(30), price, 1 + random.Next(3), random.Next(2) == 0 ? PositionSide.Long : PositionSide.Short));
            }
        }

        return new BehaviourInput(trades);
    }
}
