namespace AIWendy.Plugins.Journal.Engine.Statistics;

/// <summary>
/// Equity below its running peak. The first peak is the start balance. Deposits and withdrawals move neither: falls in
/// money are those of the results alone, falls in percent those of a unit of the account, as a fund counts its price.
/// </summary>
/// <param name="Largest">Largest fall, in the unit of the results; not negative.</param>
/// <param name="LargestPercent">Largest fall relative to the peak before it, 0 to 100; it may be another fall.</param>
/// <param name="Ulcer">Root of the mean squared fall in percent, over all observations.</param>
/// <param name="LongestDays">Longest time from a peak to the last observation below it, in calendar days; 0 when equity never fell.</param>
public sealed record DrawdownPath(decimal Largest, decimal? LargestPercent, double? Ulcer, double LongestDays)
{
    /// <summary>Follows the results at the close of each trade.</summary>
    public static DrawdownPath OfTrades(ResultSeries series, IReadOnlyList<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(series);
        Tracker tracker = new(series.Start, flows);
        for (int i = 0; i < series.N; i++)
        {
            ClosedTrade trade = series.Trades[i];
            tracker.Add(series.Values[i], trade.Day, trade.ClosedAt.UtcTicks);
        }

        return tracker.Finish();
    }

    /// <summary>Follows the results at the end of each day.</summary>
    public static DrawdownPath OfDays(IReadOnlyList<DayResult> days, decimal start, IReadOnlyList<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(days);
        Tracker tracker = new(start, flows);
        foreach (DayResult day in days)
        {
            tracker.Add(day.Result, day.Day, day.Day.DayNumber * TimeSpan.TicksPerDay);
        }

        return tracker.Finish();
    }

    private sealed class Tracker(decimal start, IReadOnlyList<CashFlow> flows)
    {
        private decimal _total;
        private decimal _totalPeak;
        private decimal _largest;
        private decimal _equity = start;
        private decimal _unitPeak = start;
        private decimal _largestShare;
        private double _squares;
        private long _longest;
        private long? _peakAt;
        private int _count;
        private int _nextFlow;
        private bool _relative = start > 0;

        public void Add(decimal result, DateOnly day, long at)
        {
            Deposit(day);
            _count++;
            _peakAt ??= at;
            _total += result;
            _equity += result;
            decimal fall = _totalPeak - _total;
            if (fall <= 0)
            {
                _totalPeak = _total;
                _peakAt = at;
            }
            else
            {
                _largest = Math.Max(_largest, fall);
                _longest = Math.Max(_longest, at - _peakAt.Value);
            }

            AddRelative();
        }

        public DrawdownPath Finish() => new(
            _largest,
            _relative ? _largestShare * 100 : null,
            _relative && _count > 0 ? Math.Sqrt(_squares / _count) : null,
            (double)_longest / TimeSpan.TicksPerDay);

        private void AddRelative()
        {
            _relative &= _equity > 0;
            if (!_relative)
            {
                return;
            }

            if (_equity >= _unitPeak)
            {
                _unitPeak = _equity;
                return;
            }

            double percent = 100 * (double)(_unitPeak - _equity) / (double)_unitPeak;
            _squares += percent * percent;

            // The exact division only where it can matter: it is by far the dearest step.
            if (percent >= (100 * (double)_largestShare) - 1e-9)
            {
                _largestShare = Math.Max(_largestShare, (_unitPeak - _equity) / _unitPeak);
            }
        }

        private void Deposit(DateOnly day)
        {
            for (; _nextFlow < flows.Count && flows[_nextFlow].Day <= day; _nextFlow++)
            {
                decimal after = _equity + flows[_nextFlow].Amount;
                if (_count == 0 && _equity <= 0)
                {
                    _relative = after > 0;
                    _unitPeak = after;
                }
                else if (_relative && after > 0)
                {
                    _unitPeak = _unitPeak / _equity * after;
                }
                else
                {
                    _relative = false;
                }

                _equity = after;
            }
        }
    }
}
