using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Endpoints;

/// <summary>Turns a stored batch into what clients see, in the caller's language.</summary>
internal sealed class ImportBodies(ITenantDatabase database, AccountStore accounts, ImportAccounts importAccounts, ICurrentUser user)
{
    /// <summary>Describes a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="withRows">Whether skipped and faulty rows are listed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ImportBody> OfAsync(BatchRow batch, bool withRows, CancellationToken cancellationToken) => (await OfAsync([batch], withRows, cancellationToken))[0];

    /// <summary>Describes several batches.</summary>
    public async Task<IReadOnlyList<ImportBody>> OfAsync(IReadOnlyList<BatchRow> batches, bool withRows, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        IReadOnlyList<AccountRow> existing = await accounts.ListAsync(transaction, cancellationToken);
        return [.. batches.Select(batch => Describe(batch, withRows, existing))];
    }

    private ImportBody Describe(BatchRow batch, bool withRows, IReadOnlyList<AccountRow> existing)
    {
        ImportSummary summary = JsonSerializer.Deserialize(batch.Summary, JournalJsonContext.Default.ImportSummary)
            ?? throw new InvalidOperationException($"The summary of import {batch.Id} is empty.");
        CurrencyTotal total = summary.Totals.Count > 0 ? summary.Totals[0] : new CurrencyTotal(batch.Currency, 0, 0, 0);
        string language = user.Language;
        return new ImportBody
        {
            Id = batch.Id,
            State = Bodies.Lower(batch.State),
            Committed = batch.State == ImportState.Committed,
            FileName = batch.FileName,
            Format = batch.Format,
            FormatName = summary.FormatName.For(language),
            Accounts = Accounts(batch, summary, existing),
            TimeZone = batch.TimeZone,
            Encoding = summary.Encoding,
            Delimiter = summary.Delimiter,
            Kind = summary.Kind,
            DecimalSeparator = summary.DecimalSeparator,
            DateOrder = summary.DateOrder,
            HeaderLine = summary.HeaderLine,
            Statement = summary.Statement is { } stated ? new ImportStatement(stated.Gross, stated.Fees, stated.Net) : null,
            Rows = summary.Rows,
            Executions = batch.Executions,
            Duplicates = batch.Duplicates,
            ClosedTrades = summary.Totals.Sum(entry => entry.ClosedTrades),
            Symbols = summary.Symbols,
            Currency = total.Currency,
            Gross = total.Gross,
            Fees = total.Fees,
            Net = total.Net,
            Totals = [.. summary.Totals.Select(entry => new ImportTotal(entry.Currency, entry.ClosedTrades, entry.Gross, entry.Fees, entry.Net, entry.Executions, entry.Buys, entry.Sells, entry.OpenPositions))],
            OpenPositions = [.. summary.OpenPositions.Select(open => new ImportPosition(open.Symbol, open.Side, open.Quantity, open.AveragePrice, open.Currency))],
            Skipped = withRows ? [.. summary.Skipped.Select(row => new ImportSkipped(row.Row, row.Reason, row.Message.For(language)))] : [],
            SkippedCount = summary.SkippedCount,
            Errors = withRows ? [.. summary.Errors.Select(row => new ImportError(row.Row, row.Column, row.Code, row.Message.For(language)))] : [],
            ErrorCount = summary.ErrorCount,
            Warnings = [.. summary.Warnings.Select(warning => new ImportNote(warning.Code, warning.Message.For(language)))],
            CreatedAt = batch.CreatedAt,
            CommittedAt = batch.CommittedAt,
            UndoneAt = batch.UndoneAt,
        };
    }

    private IReadOnlyList<ImportAccount> Accounts(BatchRow batch, ImportSummary summary, IReadOnlyList<AccountRow> existing) =>
    [
        .. ImportAccounts.Find(existing, batch.AccountId, summary.AccountNames)
            .Select(entry => new ImportAccount(entry.Value?.Id, entry.Value?.Name ?? importAccounts.DisplayName(entry.Key))).Distinct(),
    ];
}
