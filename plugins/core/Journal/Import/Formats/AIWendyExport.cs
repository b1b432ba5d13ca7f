using AIWendy.Plugins.Journal.Export;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>The journal's own export as CSV, workbook or JSON. Its fills keep their keys; the rest of it is restored by the commit.</summary>
internal sealed class AIWendyExport : ITradeImporter
{
    private const int KeyLength = 64;

    public string Id => ExportKinds.Format;

    public Text Name => new("AIWendy export", "AIWendy 导出文件");

    public ImportRecognition? Recognise(IImportSource source) => ExportReader.Knows(source) ? new ImportRecognition(100) : null;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        int others = 0;
        foreach (ExportRecord record in ExportReader.Read(source))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Kind == ExportKinds.Execution)
            {
                yield return Execution(record);
            }
            else
            {
                others++;
            }
        }

        if (others > 0)
        {
            yield return new ImportWarning(0, "journal_restored", new Text(
                "Accounts, notes, tags, playbooks, projects and days of this export are restored with it. Where both sides wrote, the later edit stays.",
                "导入时会一并恢复其中的账户、笔记、标签、交易剧本、项目和日记。两边都写过的，以较晚的修改为准。"));
        }
    }

    private static ImportItem Execution(ExportRecord record)
    {
        bool? isBuy = record.Text("side") switch { "buy" => true, "sell" => false, _ => null };
        if (record.Text("symbol") is not { } symbol || isBuy is null || record.Number("quantity") is not > 0 || record.Number("price") is null || record.Moment("time") is null)
        {
            string column = record.Text("symbol") is null ? "symbol" : isBuy is null ? "side" : record.Number("quantity") is not > 0 ? "quantity" : record.Number("price") is null ? "price" : "time";
            return new FaultyRow(record.Row, column, "value_missing", new Text("The value is missing or can not be read.", "缺少该值或无法读取。"));
        }

        return new ImportedExecution(record.Row, symbol, isBuy.Value, record.Number("quantity")!.Value, record.Number("price")!.Value, record.Moment("time")!.Value)
        {
            Fee = record.Number("fee") ?? 0,
            Currency = record.Text("currency"),
            Multiplier = record.Number("multiplier"),
            Kind = Enum.TryParse(record.Text("kind"), ignoreCase: true, out InstrumentKind kind) && Enum.IsDefined(kind) ? kind : InstrumentKind.Unknown,
            ExecutionId = record.Text("execution_id"),
            Sequence = record.Number("sequence") is { } sequence && Math.Abs(sequence) <= long.MaxValue ? (long)sequence : null,
            AccountName = record.Text("account"),
            PairingKey = record.Text("pairing"),
            DedupeKey = record.Text("key") is { Length: KeyLength } key && key.All(char.IsAsciiHexDigitLower) ? key : null,
        };
    }
}
