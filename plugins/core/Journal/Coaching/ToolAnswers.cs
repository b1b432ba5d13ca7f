using System.Globalization;
using System.Text.Json;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Coaching;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Coaching;

/// <summary>What <c>journal_trades</c> answers.</summary>
internal sealed record TradesAnswer(IReadOnlyList<TradeBody> Trades);

/// <summary>Reads the arguments of tools and writes their evidence.</summary>
internal static class ToolAnswers
{
    /// <summary>Turns figures into evidence, at full precision.</summary>
    public static IReadOnlyList<Figure> ToEvidence(this IEnumerable<FigureValue> figures, string? currency) =>
    [
        .. figures.Select(figure => new Figure(
            figure.Id, FigureTexts.Label(figure.Id), figure.Value, figure.Unit, figure.N, figure.Reason, figure.Unit == FigureUnits.Money ? currency : null)),
    ];

    /// <summary>Turns figures into what the model reads, rounded as they are shown.</summary>
    public static IReadOnlyDictionary<string, FigureBody> ToRoundedBodies(this IEnumerable<FigureValue> figures, string? currency, string language)
    {
        OrderedDictionary<string, FigureBody> bodies = [];
        foreach (FigureValue figure in figures)
        {
            bodies.Add(figure.Id, figure.ToBody(currency, language).Rounded(currency));
        }

        return bodies;
    }

    /// <summary>Turns a trade into evidence.</summary>
    public static EvidenceTrade ToEvidence(this TradeRow trade) => new(
        trade.Id, trade.Name, trade.Symbol, Bodies.Lower(trade.Side), trade.Quantity, trade.OpenedAt, trade.ClosedAt, trade.Net, trade.Currency);

    /// <summary>A text argument, or <see langword="null"/> when it is absent.</summary>
    /// <exception cref="ProblemException">The argument is no text.</exception>
    public static string? Text(JsonElement arguments, string name)
    {
        if (!TryGet(arguments, name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw ProblemException.Invalid(name, new Text($"“{name}” must be a text.", $"“{name}”必须是文本。"));
    }

    /// <summary>A number, or <see langword="null"/> when it is absent. Models write numbers as texts now and then.</summary>
    /// <exception cref="ProblemException">The argument is no number.</exception>
    public static decimal? Number(JsonElement arguments, string name)
    {
        if (!TryGet(arguments, name, out JsonElement value))
        {
            return null;
        }

        bool read = value.ValueKind == JsonValueKind.Number
            ? value.TryGetDecimal(out decimal number)
            : decimal.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : null, NumberStyles.Number, CultureInfo.InvariantCulture, out number);
        return read ? number : throw ProblemException.Invalid(name, new Text($"“{name}” must be a number.", $"“{name}”必须是数字。"));
    }

    /// <summary>The filter that the arguments describe.</summary>
    public static TradeFilter Filter(JsonElement arguments) => TradeFilter.Parse(
        Text(arguments, "from"), Text(arguments, "to"), Text(arguments, "symbol"), Text(arguments, "side"), Text(arguments, "outcome"), null, Text(arguments, "currency")) with
    {
        Weekday = FilterText.Whole("weekday", (int?)Number(arguments, "weekday"), 1, 7),
        Hour = FilterText.Whole("hour", (int?)Number(arguments, "hour"), 0, 23),
        MinDuration = FilterText.Amount("minDuration", Number(arguments, "minDuration")),
        MaxDuration = FilterText.Amount("maxDuration", Number(arguments, "maxDuration")),
        Tags = FilterText.Word("tag", Text(arguments, "tag")) is { } tag ? [tag] : [],
    };

    private static bool TryGet(JsonElement arguments, string name, out JsonElement value)
    {
        value = default;
        return arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
