using AIWendy.Plugins.Journal.Import.Inference;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Import.Formats;

/// <summary>Any table of executions or trades whose columns can be told by their names in several languages and by their values.</summary>
internal sealed class InferredTable : ITradeImporter
{
    /// <summary>The id of the format.</summary>
    public const string FormatId = "table_by_content";

    private const int Likely = 30;

    public string Id => FormatId;

    public Text Name => new("Table recognised by its content", "按内容识别的表格");

    public ImportRecognition? Recognise(IImportSource source) => ColumnInference.Infer(source.Head) is not null ? new ImportRecognition(Likely) : null;

    public IEnumerable<ImportItem> Read(IImportSource source, ImportOptions options, CancellationToken cancellationToken)
    {
        ColumnMapping mapping = ColumnInference.Infer(source.Head)?.Mapping ?? throw new InvalidOperationException("The table is not recognised.");
        string columns = string.Join(", ", (mapping.Columns ?? new Dictionary<string, string>()).Select(column => $"{column.Key} = {column.Value}").Concat((mapping.Fees ?? []).Select(fee => $"fee = {fee}")));
        return new MappedTable(mapping, Id, Name).Read(source, options, cancellationToken).Prepend(new ImportWarning(0, "columns_inferred", new Text(
            $"The columns were recognised by their content: {columns}. Compare the totals with your broker's, or assign the columns yourself.",
            $"列是按内容识别的：{columns}。请与券商的合计核对，或自行指定各列。")));
    }
}
