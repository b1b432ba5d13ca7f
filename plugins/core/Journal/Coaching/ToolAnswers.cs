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
    /// <summary>Turns figures into evidence.</summary>
    public static IReadOnlyList<Figure> ToEvidence(this IEnumerable<FigureValue> figures, string? currency) =>
    [
        .. figures.Select(figure => new Figure(
            figure.Id, FigureTexts.Label(figure.Id), figure.Value, figure.Unit, figure.N, figure.Reason, figure.Unit == FigureUnits.Money ? currency : null)),
    ];

    /// <summary>Turns a trade into evidence.</summary>
    public static EvidenceTrade ToEvidence(this TradeRow trade) => new(
        trade.Id, trade.Name, trade.Symbol, Bodies.Lower(trade.Side), trade.Quantity, trade.OpenedAt, trade.ClosedAt, trade.Net, trade.Currency);

    /// <summary>A text argument, or <see langword="null"/> when it is absent.</summary>
    /// <exception cref="ProblemException">The argument is no text.</exception>
    public static string? Text(JsonElement arguments, string name)
    {
        if (arguments.ValueKind != JsonValueKind.Object || !arguments.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw ProblemException.Invalid(name, new Text($"“{name}” must be a text.", $"“{name}”必须是文本。"));
    }

    /// <summary>The filter that the arguments describe.</summary>
    public static TradeFilter Filter(JsonElement arguments) => TradeFilter.Parse(
        Text(arguments, "from"), Text(arguments, "to"), Text(arguments, "symbol"), Text(arguments, "side"), Text(arguments, "outcome"), null, Text(arguments, "currency"));

    /// <summary>Parses a schema that stands in code.</summary>
    public static JsonElement Schema(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
