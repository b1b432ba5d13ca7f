using AIWendy.Plugins.Journal.Import;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>Lists a file's rows with a verdict each: new, duplicate, skipped or error.</summary>
internal static class ImportRows
{
    /// <summary>Lists the rows in the order of the file.</summary>
    /// <param name="file">The file, and for each key the batch that holds it.</param>
    /// <param name="batchId">The batch that is looked at.</param>
    /// <param name="language">Language of the messages.</param>
    public static IReadOnlyList<ImportRowBody> Of((ParsedImport Parsed, Dictionary<string, Guid> Owners) file, Guid batchId, string language) =>
    [
        .. file.Parsed.Executions.Select(execution => Execution(execution, file.Owners, batchId))
            .Concat(file.Parsed.Skipped.Select(row => Other(row.Row, "skipped", row.Reason, null, row.Message.For(language))))
            .Concat(file.Parsed.Errors.Select(row => Other(row.Row, "error", row.Code, row.Column, row.Message.For(language))))
            .OrderBy(row => row.Row),
    ];

    private static ImportRowBody Execution(ParsedExecution execution, Dictionary<string, Guid> owners, Guid batchId)
    {
        bool duplicate = owners.TryGetValue(execution.DedupeKey, out Guid owner) && owner != batchId;
        return new ImportRowBody(
            execution.Row,
            duplicate ? "duplicate" : "new",
            null,
            null,
            null,
            execution.Symbol,
            Bodies.Lower(execution.Side),
            execution.Quantity,
            execution.Price,
            execution.Fee,
            execution.Currency,
            execution.ExecutedAt);
    }

    private static ImportRowBody Other(int row, string verdict, string reason, string? column, string message) =>
        new(row, verdict, reason, column, message, null, null, null, null, null, null, null);
}
