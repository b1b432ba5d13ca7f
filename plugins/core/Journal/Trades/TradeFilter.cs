using System.Globalization;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk;
using AIWendy.Sdk.Localization;
using Npgsql;

namespace AIWendy.Plugins.Journal.Trades;

/// <summary>Which closed trades to look at. Days are days of the close in the account's zone, both ends inclusive.</summary>
internal sealed record TradeFilter
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Symbol { get; init; }

    public PositionSide? Side { get; init; }

    public TradeOutcome? Outcome { get; init; }

    public Guid? AccountId { get; init; }

    public string? Currency { get; init; }

    /// <summary>Reads a filter from texts, as queries and tools give them.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public static TradeFilter Parse(string? from, string? to, string? symbol, string? side, string? outcome, Guid? accountId, string? currency) => new()
    {
        From = Day("from", from),
        To = Day("to", to),
        Symbol = Word("symbol", symbol),
        Side = OneOf<PositionSide>("side", side),
        Outcome = OneOf<TradeOutcome>("outcome", outcome),
        AccountId = accountId,
        Currency = Word("currency", currency)?.ToUpperInvariant(),
    };

    /// <summary>Writes the conditions after a <c>where</c> and adds their parameters; the caller's trades only.</summary>
    public string Conditions(NpgsqlCommand command, Guid userId)
    {
        List<string> conditions = [Condition(command, "t.user_id =", userId)];
        if (From is { } from)
        {
            conditions.Add(Condition(command, "t.closed_on >=", from));
        }

        if (To is { } to)
        {
            conditions.Add(Condition(command, "t.closed_on <=", to));
        }

        if (Symbol is { } symbol)
        {
            conditions.Add(Condition(command, "t.symbol =", symbol));
        }

        if (Side is { } side)
        {
            conditions.Add(Condition(command, "t.side =", side.ToString()));
        }

        if (AccountId is { } account)
        {
            conditions.Add(Condition(command, "t.account_id =", account));
        }

        if (Currency is { } currency)
        {
            conditions.Add(Condition(command, "t.currency =", currency));
        }

        if (Outcome is { } outcome)
        {
            conditions.Add(outcome switch { TradeOutcome.Win => "t.net > 0", TradeOutcome.Loss => "t.net < 0", _ => "t.net = 0" });
        }

        return string.Join(" and ", conditions);
    }

    /// <summary>Adds one condition with its parameter.</summary>
    public static string Condition<T>(NpgsqlCommand command, string comparison, T value)
    {
        command.With(value);
        return $"{comparison} ${command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string? Word(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= 100 && !text.Any(char.IsControl) ? text.Trim() : throw ProblemException.Invalid(field, Text.Of($"“{field}” is not valid.", $"“{field}”无效。"));
    }

    private static DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? DateOnly.FromDateTime(time.DateTime)
            : throw ProblemException.Invalid(field, Text.Of($"“{field}” must be a day such as 2025-01-31.", $"“{field}”必须是 2025-01-31 这样的日期。"));
    }

    private static T? OneOf<T>(string field, string? text) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return !char.IsAsciiDigit(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value)
            ? value
            : throw ProblemException.Invalid(field, Text.Of($"“{field}” must be one of: {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}.", $"“{field}”必须是以下之一：{string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}。"));
    }
}
