using AIWendy.Plugins.Journal.Engine;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Import.Reading;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>What a file holds, kept with its batch, in both languages.</summary>
internal sealed record ImportSummary
{
    // Statements round to cents.
    private const decimal Rounding = 0.01m;

    public required Text FormatName { get; init; }

    public required string Encoding { get; init; }

    public required string Delimiter { get; init; }

    /// <summary>What the file is: delimited, workbook, html, xml or json; absent in summaries of before.</summary>
    public string? Kind { get; init; }

    /// <summary>Point or comma, as the numbers were read.</summary>
    public string? DecimalSeparator { get; init; }

    /// <summary><c>monthFirst</c> or <c>dayFirst</c>, where dates depend on it.</summary>
    public string? DateOrder { get; init; }

    /// <summary>Line of the headings.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>What the broker itself states in the file.</summary>
    public StatementTotals? Statement { get; init; }

    public required int Rows { get; init; }

    public required IReadOnlyList<string?> AccountNames { get; init; }

    public required IReadOnlyList<string> Symbols { get; init; }

    public required IReadOnlyList<CurrencyTotal> Totals { get; init; }

    public required IReadOnlyList<SummaryPosition> OpenPositions { get; init; }

    public required IReadOnlyList<SkippedRow> Skipped { get; init; }

    public required int SkippedCount { get; init; }

    public required IReadOnlyList<FaultyRow> Errors { get; init; }

    public required int ErrorCount { get; init; }

    public required IReadOnlyList<ImportWarning> Warnings { get; init; }

    /// <summary>Describes a parsed file.</summary>
    public static ImportSummary Of(ImportFile file, Text formatName, ParsedImport parsed)
    {
        ImportTotals totals = ImportTotals.Of(parsed.Executions);
        bool delimited = file.Kind == SourceKind.Delimited;
        Compare(parsed, totals);
        return new ImportSummary
        {
            FormatName = formatName,
            Encoding = file.Encoding?.WebName ?? string.Empty,
            Delimiter = delimited ? file.Delimiter.ToString() : string.Empty,
            Kind = file.Kind.ToString().ToLowerInvariant(),
            DecimalSeparator = file.Style?.DecimalSeparator.ToString(),
            DateOrder = file.Style?.Order switch { Import.DateOrder.MonthFirst => "monthFirst", Import.DateOrder.DayFirst => "dayFirst", _ => null },
            HeaderLine = file.Style?.HeaderLine,
            Statement = parsed.Statement,
            Rows = parsed.Rows,
            AccountNames = [.. parsed.Executions.Select(execution => execution.AccountName).Distinct()],
            Symbols = totals.Symbols,
            Totals = totals.ByCurrency,
            OpenPositions = [.. totals.OpenPositions.Select(position => new SummaryPosition(
                position.Position.Symbol, position.Side.ToString().ToLowerInvariant(), position.Quantity, position.AveragePrice, position.Position.Currency))],
            Skipped = parsed.Skipped,
            SkippedCount = parsed.SkippedCount,
            Errors = parsed.Errors,
            ErrorCount = parsed.ErrorCount,
            Warnings = parsed.Warnings,
        };
    }

    // What does not fit the broker's own figures, or only fits with what came before the file.
    private static void Compare(ParsedImport parsed, ImportTotals totals)
    {
        if (parsed.Statement?.Net is { } stated && totals.ByCurrency is [{ } only] && Math.Abs(only.Net - stated) > Rounding)
        {
            parsed.Add(new ImportWarning(0, "statement_differs", new Text(
                $"The broker states a result of {stated:0.##}, the rows come to {only.Net:0.##}. Look at the rows that were skipped.",
                $"券商写明的结果为 {stated:0.##}，各行合计为 {only.Net:0.##}。请查看被跳过的行。")));
        }

        string[] sold = [.. SoldFirst(parsed.Executions)];
        if (sold.Length > 0)
        {
            string some = string.Join(", ", sold.Take(3)) + (sold.Length > 3 ? " …" : string.Empty);
            parsed.Add(new ImportWarning(0, "sold_before_bought", new Text(
                $"{sold.Length} instruments are sold before they are bought ({some}). Where you held them before, import the earlier history too; otherwise they count as sold short.",
                $"有 {sold.Length} 个品种先卖后买（{some}）。如果之前已持有，请同时导入更早的记录；否则按卖空计算。")));
        }
    }

    private static IEnumerable<string> SoldFirst(IEnumerable<ParsedExecution> executions) => executions
        .Where(execution => execution.PairingKey is null && execution.Multiplier == 1 && execution.Kind is InstrumentKind.Stock or InstrumentKind.Crypto or InstrumentKind.Unknown)
        .GroupBy(execution => (execution.AccountName, execution.Symbol))
        .Where(instrument => instrument.MinBy(execution => (execution.ExecutedAt, execution.Sequence, execution.Row))!.Side == FillSide.Sell)
        .Select(instrument => instrument.Key.Symbol);
}

/// <summary>A position that the file leaves open.</summary>
internal sealed record SummaryPosition(string Symbol, string Side, decimal Quantity, decimal AveragePrice, string Currency);
