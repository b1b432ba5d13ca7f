using System.Globalization;
using System.Text;

namespace AIWendy.Plugins.Journal.Sample;

/// <summary>
/// Writes the export of an invented trader. The same seed gives the same trades. Three habits are planted, so that the
/// coaches have something to find: quick and larger re-entries after losses that mostly lose, losers held longer than
/// winners, and too many trades in the afternoon of some days.
/// </summary>
internal sealed class SampleTrades(SampleAccount account)
{
    private readonly Random _random = new(account.Seed);
    private readonly StringBuilder _csv = new("Date,Time,Symbol,Quantity,Price,Side,Commission\n");
    private readonly Dictionary<string, decimal> _prices = account.Instruments.ToDictionary(instrument => instrument.Symbol, instrument => instrument.Price);

    /// <summary>Writes the trades of the working days that end on a day.</summary>
    public string Write(DateOnly lastDay)
    {
        List<int> plan = [];
        for (int left = account.Trades; left > 0; left -= plan[^1])
        {
            plan.Add(Math.Min(left, _random.Next(10) < 3 ? _random.Next(6, 9) : _random.Next(2, 5)));
        }

        DateOnly[] days = WorkingDays(lastDay, plan.Count);
        for (int i = 0; i < plan.Count; i++)
        {
            WriteDay(days[i], plan[i]);
        }

        SampleInstrument held = account.Instruments[0];
        WriteFill(days[^1], new TimeOnly(15, 52), held, held.Lot, _prices[held.Symbol], isBuy: true);
        return _csv.ToString();
    }

    private static DateOnly[] WorkingDays(DateOnly last, int count)
    {
        DateOnly[] days = new DateOnly[count];
        for (DateOnly day = last; count > 0; day = day.AddDays(-1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                days[--count] = day;
            }
        }

        return days;
    }

    private void WriteDay(DateOnly day, int trades)
    {
        bool overtrades = trades >= 6;
        double minute = (9 * 60) + 35 + _random.Next(40);
        bool lost = false;
        for (int i = 0; i < trades; i++)
        {
            bool revenge = lost && _random.NextDouble() < 0.65;
            bool quick = revenge || (!lost && _random.NextDouble() < 0.08);
            if (i > 0)
            {
                minute += quick ? 1 + (_random.NextDouble() * 3) : overtrades ? 8 + _random.Next(20) : 25 + _random.Next(50);
            }

            bool afternoon = minute > 14 * 60;
            double chance = revenge ? 0.30 : overtrades && afternoon ? 0.36 : 0.53;
            bool wins = _random.NextDouble() < chance;
            double hold = wins ? 4 + (_random.NextDouble() * 16) : 12 + (_random.NextDouble() * 32);
            minute = Math.Min(minute, (15 * 60) + 40 - hold);
            lost = WriteTrade(day, minute, hold, wins, sizeFactor: revenge ? 1.8 : lost ? 1.3 : 1);
            minute += hold;
        }
    }

    // Returns whether the trade lost.
    private bool WriteTrade(DateOnly day, double minute, double hold, bool wins, double sizeFactor)
    {
        SampleInstrument instrument = account.Instruments[_random.Next(account.Instruments.Count)];
        bool isLong = _random.NextDouble() < 0.65;
        int quantity = Math.Max(1, (int)Math.Round(instrument.Lot * sizeFactor * (0.8 + (_random.NextDouble() * 0.4))));
        double risk = wins ? 0.7 + (_random.NextDouble() * 1.1) : -(0.6 + (_random.NextDouble() * 0.8));
        decimal move = Math.Round((decimal)risk * instrument.Move / instrument.Tick) * instrument.Tick;
        decimal drift = Math.Round((decimal)((_random.NextDouble() - 0.48) * 0.012) * _prices[instrument.Symbol] / instrument.Tick) * instrument.Tick;
        decimal entry = _prices[instrument.Symbol] + drift;
        decimal exit = entry + (isLong ? move : -move);
        _prices[instrument.Symbol] = exit;
        WriteLeg(day, minute, instrument, quantity, entry, isLong);
        WriteLeg(day, minute + hold, instrument, quantity, exit, !isLong);
        return move < 0;
    }

    // Some orders fill in two parts, a few seconds and a tick apart.
    private void WriteLeg(DateOnly day, double minute, SampleInstrument instrument, int quantity, decimal price, bool isBuy)
    {
        TimeOnly at = TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(Math.Round(minute * 60)));
        if (quantity < 2 || _random.NextDouble() < 0.65)
        {
            WriteFill(day, at, instrument, quantity, price, isBuy);
            return;
        }

        int first = _random.Next(1, quantity);
        WriteFill(day, at.Add(TimeSpan.FromSeconds(-3)), instrument, first, price, isBuy);
        WriteFill(day, at, instrument, quantity - first, price + (isBuy ? instrument.Tick : -instrument.Tick), isBuy);
    }

    private void WriteFill(DateOnly day, TimeOnly at, SampleInstrument instrument, int quantity, decimal price, bool isBuy)
    {
        decimal fee = Math.Max(instrument.LeastFee, quantity * instrument.FeePerUnit);
        _csv.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{at:HH:mm:ss},{instrument.Symbol},{quantity},{price},{(isBuy ? "Buy" : "Sell")},{Math.Round(fee, 2)}\n");
    }
}

/// <summary>An instrument that the invented trader uses.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Price">Where its price starts.</param>
/// <param name="Tick">Smallest change of the price.</param>
/// <param name="Move">Usual distance between entry and exit.</param>
/// <param name="Lot">Usual quantity.</param>
/// <param name="FeePerUnit">Commission of one unit.</param>
/// <param name="LeastFee">Least commission of a fill.</param>
internal sealed record SampleInstrument(string Symbol, decimal Price, decimal Tick, decimal Move, int Lot, decimal FeePerUnit, decimal LeastFee);

/// <summary>An account of the invented trader.</summary>
internal sealed record SampleAccount(
    string Key, string Name, string NameZh, string Currency, string TimeZone, decimal StartBalance, int Trades, int Seed, IReadOnlyList<SampleInstrument> Instruments)
{
    /// <summary>Both accounts; together 300 closed trades.</summary>
    public static readonly IReadOnlyList<SampleAccount> All =
    [
        new("sample-usd", "Sample account, US", "示例账户（美国）", "USD", "America/New_York", 25_000, 220, 20260301,
        [
            new("AAPL", 212.40m, 0.01m, 1.05m, 100, 0.005m, 1m),
            new("NVDA", 131.25m, 0.01m, 0.95m, 110, 0.005m, 1m),
            new("TSLA", 252.80m, 0.01m, 2.10m, 50, 0.005m, 1m),
            new("MESZ5", 6020.25m, 0.25m, 7.25m, 3, 0.62m, 0.62m),
        ]),
        new("sample-eur", "Sample account, Europe", "示例账户（欧洲）", "EUR", "Europe/Berlin", 10_000, 80, 20260302,
        [
            new("SAP", 241.10m, 0.02m, 1.40m, 25, 0.02m, 1.5m),
            new("SIE", 198.46m, 0.02m, 1.20m, 28, 0.02m, 1.5m),
            new("ALV", 305.30m, 0.10m, 1.60m, 18, 0.02m, 1.5m),
        ]),
    ];
}
