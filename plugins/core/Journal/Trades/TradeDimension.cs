using System.Globalization;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Engine.Statistics;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Whose time decides the weekday and hour of a trade.</summary>
internal enum TradeMoment
{
    /// <summary>The first fill.</summary>
    Entry,

    /// <summary>The last fill.</summary>
    Exit,
}

/// <summary>Something that trades can be grouped by.</summary>
/// <param name="Keys">The values of a trade, as a filter takes them.</param>
/// <param name="Label">What a value is called.</param>
/// <param name="IsRanked">Whether cells come by the number of their trades; otherwise in the order of their values.</param>
internal sealed record TradeDimension(Func<ClosedTrade, IEnumerable<string>> Keys, Func<string, Text> Label, bool IsRanked)
{
    /// <summary>The dimensions by which trades can be grouped.</summary>
    public static readonly IReadOnlyList<string> Names = ["symbol", "side", "weekday", "hour", "duration", "size", "account", "month", "outcome", "tag", "setup"];

    private static readonly (decimal Minutes, Text Label)[] Durations =
    [
        (1, new("under 1 min", "1 分钟以内")), (5, new("1 to 5 min", "1 到 5 分钟")), (15, new("5 to 15 min", "5 到 15 分钟")), (60, new("15 to 60 min", "15 到 60 分钟")),
        (240, new("1 to 4 h", "1 到 4 小时")), (1440, new("4 to 24 h", "4 到 24 小时")), (10080, new("1 to 7 days", "1 到 7 天")), (decimal.MaxValue, new("over 7 days", "7 天以上")),
    ];

    private static readonly Text[] Weekdays =
        [new("Monday", "周一"), new("Tuesday", "周二"), new("Wednesday", "周三"), new("Thursday", "周四"), new("Friday", "周五"), new("Saturday", "周六"), new("Sunday", "周日")];

    /// <summary>Finds a dimension.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>: there is none of this name.</exception>
    public static TradeDimension Of(string name, TradeMoment moment, TradeSelection selection) => name switch
    {
        "symbol" => new(trade => [trade.Symbol], key => key, IsRanked: true),
        "side" => new(trade => [trade.Side == PositionSide.Long ? "long" : "short"], key => key == "long" ? new("Long", "做多") : new("Short", "做空"), IsRanked: false),
        "weekday" => new(trade => [Number(Weekday(Local(selection, trade, moment)))], key => Weekdays[int.Parse(key, CultureInfo.InvariantCulture) - 1], IsRanked: false),
        "hour" => new(trade => [Number(Local(selection, trade, moment).Hour)], key => key.PadLeft(2, '0') + ":00", IsRanked: false),
        "duration" => new(trade => [Number(Duration(trade))], key => Durations[int.Parse(key, CultureInfo.InvariantCulture) - 1].Label, IsRanked: false),
        "size" => Size(selection),
        "account" => new(
            trade => [trade.AccountId.ToString()],
            key => selection.Accounts.FirstOrDefault(account => account.Id == Guid.Parse(key))?.Name ?? key,
            IsRanked: true),
        "month" => new(trade => [trade.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)], key => key, IsRanked: false),
        "outcome" => new(
            trade => [TradeOutcomes.Of(ResultSeries.Money(trade, selection.Filter.View)) switch { TradeOutcome.Win => "win", TradeOutcome.Loss => "loss", _ => "breakeven" }],
            key => key switch { "win" => new("Wins", "盈利"), "loss" => new("Losses", "亏损"), _ => new("Breakeven", "持平") },
            IsRanked: true),
        "tag" => new(trade => selection.Marks.TryGetValue(trade.Id, out TradeMark? mark) ? mark.Tags : [], key => key, IsRanked: true),
        "setup" => Setup(selection),
        _ => throw ProblemException.Invalid("dimension", new Text($"“dimension” must be one of: {string.Join(", ", Names)}.", $"“dimension”必须是以下之一：{string.Join(", ", Names)}。")),
    };

    /// <summary>The order in which the cells of this dimension are shown.</summary>
    public IEnumerable<BreakdownCell> Order(IReadOnlyList<BreakdownCell> cells) => IsRanked
        ? cells.OrderByDescending(cell => cell.N).ThenBy(cell => cell.Key, StringComparer.Ordinal)
        : cells.OrderBy(cell => cell.Key.Length <= 2 ? cell.Key.PadLeft(2, '0') : cell.Key, StringComparer.Ordinal);

    private static TradeDimension Setup(TradeSelection selection)
    {
        Dictionary<string, string> names = [];
        foreach (TradeMark mark in selection.Marks.Values)
        {
            if (mark.SetupId is { } id)
            {
                names[id.ToString()] = mark.Setup ?? id.ToString();
            }
        }

        return new(
            trade => selection.Marks.TryGetValue(trade.Id, out TradeMark? mark) && mark.SetupId is { } id ? [id.ToString()] : [],
            key => names[key],
            IsRanked: true);
    }

    private static TradeDimension Size(TradeSelection selection)
    {
        decimal[] sizes = [.. selection.ClosedTrades.Select(trade => trade.Quantity)];
        Array.Sort(sizes);
        decimal[] limits = sizes.Length == 0 ? [] : [.. new[] { 0.25, 0.50, 0.75 }.Select(share => sizes[(int)Math.Ceiling(share * sizes.Length) - 1]).Distinct()];
        return new(
            trade => [Number(limits.Count(limit => limit < trade.Quantity) + 1)],
            key =>
            {
                int place = int.Parse(key, CultureInfo.InvariantCulture) - 1;
                return limits.Length == 0 ? key
                    : place < limits.Length ? string.Create(CultureInfo.InvariantCulture, $"≤ {Lots.Trim(limits[place])}")
                    : string.Create(CultureInfo.InvariantCulture, $"> {Lots.Trim(limits[^1])}");
            },
            IsRanked: false);
    }

    private static int Duration(ClosedTrade trade)
    {
        decimal minutes = (decimal)(trade.ClosedAt - trade.OpenedAt).Ticks / TimeSpan.TicksPerMinute;
        return Array.FindIndex(Durations, duration => minutes < duration.Minutes) + 1;
    }

    private static DateTime Local(TradeSelection selection, ClosedTrade trade, TradeMoment moment)
    {
        DateTimeOffset at = moment == TradeMoment.Entry ? trade.OpenedAt : trade.ClosedAt;
        return TimeZoneInfo.ConvertTime(at, selection.Zone(trade.AccountId)).DateTime;
    }

    private static int Weekday(DateTime at) => at.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)at.DayOfWeek;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
