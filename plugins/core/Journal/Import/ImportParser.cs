using AIWendy.Plugins.Journal.Engine;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import;

/// <summary>Runs an importer over a file and completes what it yields.</summary>
internal static class ImportParser
{
    private const int LongestSymbol = 100;
    private const decimal LargestAmount = 1_000_000_000_000_000_000m;
    private const decimal LargestMultiplier = 1_000_000_000m;

    /// <summary>Reads the whole file.</summary>
    public static ParsedImport Parse(IImportSource source, ITradeImporter importer, ImportOptions options, CancellationToken cancellationToken)
    {
        ParsedImport parsed = new();
        List<ImportedExecution> executions = [];
        foreach (ImportItem item in importer.Read(source, options, cancellationToken))
        {
            switch (item)
            {
                case ImportedExecution execution when Fault(execution) is { } fault:
                    parsed.Add(fault);
                    break;
                case ImportedExecution execution:
                    executions.Add(execution);
                    break;
                case SkippedRow skipped:
                    parsed.Add(skipped);
                    break;
                case FaultyRow faulty:
                    parsed.Add(faulty);
                    break;
                case ImportWarning warning:
                    parsed.Add(warning);
                    break;
                case StatedTotals stated:
                    parsed.Statement = stated.Totals;
                    break;
            }
        }

        Complete(parsed, executions, options);
        Remark(parsed);
        return parsed;
    }

    // A file that brings nothing says so.
    private static void Remark(ParsedImport parsed)
    {
        if (parsed.Rows == 0)
        {
            parsed.Add(new ImportWarning(0, "no_rows", new Text("The file has headings but no rows.", "文件只有表头，没有数据行。")));
        }
        else if (parsed.Executions.Count == 0)
        {
            parsed.Add(new ImportWarning(0, "nothing_imported", new Text(
                $"None of the {parsed.Rows:N0} rows is an execution: {parsed.SkippedCount:N0} were skipped and {parsed.ErrorCount:N0} could not be read. Check whether this is the export of executions.",
                $"{parsed.Rows:N0} 行中没有一行是成交：跳过 {parsed.SkippedCount:N0} 行，无法读取 {parsed.ErrorCount:N0} 行。请检查导出的是否为成交记录。")));
        }

        if (parsed.Executions.Select(execution => execution.Currency).Distinct().Skip(1).Any())
        {
            parsed.Add(new ImportWarning(0, "currencies_mixed", new Text("The file holds several currencies; totals are stated for each.", "文件包含多种货币；合计按货币分别列出。")));
        }
    }

    private static void Complete(ParsedImport parsed, List<ImportedExecution> executions, ImportOptions options)
    {
        bool newestFirst = IsNewestFirst(executions);
        DedupeKeys keys = new();
        foreach (ImportedExecution execution in executions)
        {
            decimal multiplier = execution.Multiplier ?? SizeOf(execution, parsed);
            if (Math.Abs(execution.Quantity * execution.Price) * multiplier > LargestAmount)
            {
                parsed.Add(TooLarge(execution.Row));
                continue;
            }

            parsed.Executions.Add(new ParsedExecution(
                execution.Row,
                execution.Symbol,
                execution.IsBuy ? FillSide.Buy : FillSide.Sell,
                execution.Quantity,
                execution.Price,
                execution.Fee,
                execution.Currency ?? options.Currency,
                multiplier,
                execution.Kind,
                execution.ExecutedAt.ToUniversalTime(),
                execution.Sequence ?? (newestFirst ? -execution.Row : 0),
                execution.ExecutionId,
                execution.AccountName,
                execution.PairingKey,
                keys.Next(execution)));
        }
    }

    private static decimal SizeOf(ImportedExecution execution, ParsedImport parsed)
    {
        (decimal multiplier, bool isKnown) = ContractSizes.Of(execution.Symbol, execution.Kind);
        if (!isKnown)
        {
            parsed.Add(new ImportWarning(execution.Row, "point_value_unknown", new Text(
                $"The value of a point of {execution.Symbol} is not known; it counts as 1.",
                $"不知道 {execution.Symbol} 每点的价值，按 1 计算。")));
        }

        return multiplier;
    }

    private static FaultyRow? Fault(ImportedExecution execution)
    {
        if (execution.Symbol.Length is 0 or > LongestSymbol)
        {
            return new FaultyRow(execution.Row, null, "symbol_invalid", new Text("The symbol is empty or too long.", "代码为空或过长。"));
        }

        bool large = execution.Quantity > NumberText.Largest || Math.Abs(execution.Price) > NumberText.Largest || Math.Abs(execution.Fee) > NumberText.Largest
            || execution.Multiplier is <= 0 or > LargestMultiplier;
        return large ? TooLarge(execution.Row) : null;
    }

    private static FaultyRow TooLarge(int row) =>
        new(row, null, "number_too_large", new Text("Price times quantity is larger than any trade.", "价格乘以数量大得不可能是一笔成交。"));

    // Many exports list the newest row first; then fills of the same second stand in reverse too.
    private static bool IsNewestFirst(List<ImportedExecution> executions)
    {
        int falling = 0;
        int rising = 0;
        for (int i = 1; i < executions.Count; i++)
        {
            int order = executions[i].ExecutedAt.CompareTo(executions[i - 1].ExecutedAt);
            falling += order < 0 ? 1 : 0;
            rising += order > 0 ? 1 : 0;
        }

        return falling > rising;
    }
}
