using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>What a file holds, kept with its batch, in both languages.</summary>
internal sealed record ImportSummary
{
    public required Text FormatName { get; init; }

    public required string Encoding { get; init; }

    public required string Delimiter { get; init; }

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
        return new ImportSummary
        {
            FormatName = formatName,
            Encoding = file.Encoding?.WebName ?? string.Empty,
            Delimiter = file.Encoding is null ? string.Empty : file.Delimiter.ToString(),
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
}

/// <summary>A position that the file leaves open.</summary>
internal sealed record SummaryPosition(string Symbol, string Side, decimal Quantity, decimal AveragePrice, string Currency);
