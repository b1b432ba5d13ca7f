using System.IO.Compression;
using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Export;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Events;
using AIWendy.Sdk.Journal;
using AIWendy.Sdk.Localization;

namespace AIWendy.Plugins.Journal.Imports;

/// <summary>
/// Previews, commits and undoes imports. Whatever changes the journal happens in one transaction, so that a host that
/// dies in the middle leaves either all of it or nothing.
/// </summary>
internal sealed class ImportService(
    ITenantDatabase database,
    IExtensions<ITradeImporter> importers,
    AccountStore accounts,
    ImportAccounts importAccounts,
    BatchStore batches,
    ExecutionStore executions,
    RoundTripStore roundTrips,
    ExportRestore exports,
    IEvents events,
    ICurrentUser user,
    TimeProvider time)
{
    private const string DefaultCurrency = "USD";
    private const string DefaultTimeZone = "UTC";

    /// <summary>Reads a file and keeps it as a preview, or commits it at once.</summary>
    public async Task<BatchRow> CreateAsync(IncomingFile incoming, ImportRequest request, CancellationToken cancellationToken)
    {
        ImportFile file = ImportFile.Open(incoming.Name, incoming.OpenRead);
        (string zone, string currency) = await DefaultsAsync(request, cancellationToken);
        await using IExtensionLease<ITradeImporter> lease = importers.Acquire();
        ITradeImporter importer = FormatRecognition.Find(file, lease.Items.Select(item => item.Value), user.Language);
        ParsedImport parsed = ImportParser.Parse(file, importer, new ImportOptions(TimeZones.Find(zone), currency), cancellationToken);
        ImportSummary summary = ImportSummary.Of(file, importer.Name, parsed);
        byte[] content = await CompressAsync(incoming, cancellationToken);

        Guid id = Guid.CreateVersion7();
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        int duplicates = await CountDuplicatesAsync(transaction, request.AccountId, parsed, cancellationToken);
        await batches.AddAsync(
            transaction,
            new ImportBatch
            {
                Id = id,
                AccountId = request.AccountId,
                FileName = incoming.Name,
                Sha256 = incoming.Sha256,
                Size = incoming.Length,
                Content = content,
                Format = importer.Id,
                TimeZone = zone,
                Currency = currency,
                State = ImportState.Preview,
                Executions = parsed.Executions.Count - duplicates,
                Duplicates = duplicates,
                Summary = JsonSerializer.Serialize(summary, JournalJsonContext.Default.ImportSummary),
            },
            cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        return await (request.Commit ? ApplyAsync(transaction, batch, parsed, cancellationToken) : KeepAsync(transaction, batch, cancellationToken));
    }

    /// <summary>Puts a preview, or what was undone, into the journal. A committed batch stays as it is.</summary>
    public async Task<BatchRow> CommitAsync(Guid id, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        if (batch.State == ImportState.Committed)
        {
            return batch;
        }

        ParsedImport parsed = await ParseStoredAsync(transaction, batch, cancellationToken);
        return await ApplyAsync(transaction, batch, parsed, cancellationToken);
    }

    /// <summary>Takes a committed batch out of the journal. Fills that other committed files hold too stay, as theirs.</summary>
    public async Task<BatchRow> UndoAsync(Guid id, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        if (batch.State != ImportState.Committed)
        {
            return batch.State == ImportState.Undone
                ? batch
                : throw new ProblemException(409, "import_not_committed", Text.Of("The import is only a preview; there is nothing to undo.", "这次导入只是预览，没有可撤销的内容。"));
        }

        HashSet<Instrument> instruments = await executions.RemoveAsync(transaction, id, cancellationToken);
        foreach (BatchRow other in await batches.ListOverlappingAsync(transaction, id, cancellationToken))
        {
            await RestoreAsync(transaction, other, cancellationToken);
        }

        await roundTrips.RebuildAsync(transaction, instruments, cancellationToken);
        await batches.MoveAsync(transaction, id, ImportState.Undone, batch.Executions, batch.Duplicates, cancellationToken);
        return await KeepAsync(transaction, await FindAsync(transaction, id, cancellationToken), cancellationToken);
    }

    /// <summary>Reads a batch's file again, with the batch that holds each of its fills now.</summary>
    public async Task<(ParsedImport Parsed, Dictionary<string, Guid> Owners)> ReadRowsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        ParsedImport parsed = await ParseStoredAsync(transaction, batch, cancellationToken);
        Dictionary<(Guid, string), Guid> found = await FindKeysAsync(transaction, batch.AccountId, parsed, cancellationToken);
        Dictionary<string, Guid> owners = new(StringComparer.Ordinal);
        foreach (((_, string key), Guid owner) in found)
        {
            owners[key] = owner;
        }

        return (parsed, owners);
    }

    private static async Task<BatchRow> KeepAsync(TenantTransaction transaction, BatchRow batch, CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        return batch;
    }

    private async Task<BatchRow> ApplyAsync(TenantTransaction transaction, BatchRow batch, ParsedImport parsed, CancellationToken cancellationToken)
    {
        await exports.RestoreAsync(transaction, batch, cancellationToken);
        int added = await AddAsync(transaction, batch, parsed, cancellationToken);
        await batches.MoveAsync(transaction, batch.Id, ImportState.Committed, added, parsed.Executions.Count - added, cancellationToken);
        BatchRow committed = await FindAsync(transaction, batch.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await events.PublishAsync(new JournalImported(user.Id, batch.Id, batch.Format, added, committed.Duplicates, time.GetUtcNow()), CancellationToken.None);
        return committed;
    }

    private async Task<int> AddAsync(TenantTransaction transaction, BatchRow batch, ParsedImport parsed, CancellationToken cancellationToken)
    {
        Dictionary<string, Guid> ids = await importAccounts.FindOrAddAsync(
            transaction, batch.AccountId, parsed.Executions, batch.TimeZone, cancellationToken);
        List<AssignedExecution> assigned =
            [.. parsed.Executions.Select(execution => new AssignedExecution(Guid.CreateVersion7(), ids[execution.AccountName ?? string.Empty], execution))];
        int added = await executions.InsertAsync(transaction, batch.Id, assigned, cancellationToken);
        if (added > 0)
        {
            await roundTrips.RebuildAsync(
                transaction, assigned.Select(execution => new Instrument(execution.AccountId, execution.Parsed.Symbol)).ToHashSet(), cancellationToken);
        }

        return added;
    }

    private async Task RestoreAsync(TenantTransaction transaction, BatchRow batch, CancellationToken cancellationToken)
    {
        int added = await AddAsync(transaction, batch, await ParseStoredAsync(transaction, batch, cancellationToken), cancellationToken);
        if (added > 0)
        {
            await batches.MoveAsync(transaction, batch.Id, ImportState.Committed, batch.Executions + added, batch.Duplicates - added, cancellationToken);
        }
    }

    private async Task<int> CountDuplicatesAsync(TenantTransaction transaction, Guid? accountId, ParsedImport parsed, CancellationToken cancellationToken) =>
        (await FindKeysAsync(transaction, accountId, parsed, cancellationToken)).Count;

    private async Task<Dictionary<(Guid, string), Guid>> FindKeysAsync(
        TenantTransaction transaction, Guid? accountId, ParsedImport parsed, CancellationToken cancellationToken)
    {
        Dictionary<string, AccountRow?> found = await importAccounts.FindAsync(
            transaction, accountId, parsed.Executions.Select(execution => execution.AccountName).Distinct(), cancellationToken);
        List<(Guid, string)> keys = [];
        foreach (ParsedExecution execution in parsed.Executions)
        {
            if (found[execution.AccountName ?? string.Empty] is { } account)
            {
                keys.Add((account.Id, execution.DedupeKey));
            }
        }

        return await executions.FindKeysAsync(transaction, keys, cancellationToken);
    }

    private async Task<ParsedImport> ParseStoredAsync(TenantTransaction transaction, BatchRow batch, CancellationToken cancellationToken)
    {
        byte[] content = await batches.ReadContentAsync(transaction, batch.Id, cancellationToken);
        ImportFile file = ImportFile.Open(batch.FileName, () => Decompress(content));
        await using IExtensionLease<ITradeImporter> lease = importers.Acquire();
        ITradeImporter importer = lease.Items.Select(item => item.Value).FirstOrDefault(candidate => candidate.Id == batch.Format)
            ?? throw new ProblemException(422, "format_not_recognised", Text.Of($"The format {batch.Format} is not available any more. Activate its plugin and try again.", $"格式 {batch.Format} 已不可用。请启用它的插件后重试。"));
        return ImportParser.Parse(file, importer, new ImportOptions(TimeZones.Find(batch.TimeZone), batch.Currency), cancellationToken);
    }

    private async Task<BatchRow> FindAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        await batches.FindAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The import");

    // What the file leaves open: as the request says, else as the account says.
    private async Task<(string Zone, string Currency)> DefaultsAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        AccountRow? account = request.AccountId is { } id
            ? await accounts.FindAsync(transaction, id, cancellationToken) ?? throw ProblemException.NotFound("The account")
            : (await accounts.ListAsync(transaction, cancellationToken)).FirstOrDefault(candidate => !candidate.IsSample && candidate.ExternalName is null);
        string zone = request.TimeZone ?? account?.TimeZone ?? DefaultTimeZone;
        _ = TimeZones.Find(zone);
        return (zone, request.Currency ?? account?.Currency ?? DefaultCurrency);
    }

    private static async Task<byte[]> CompressAsync(IncomingFile incoming, CancellationToken cancellationToken)
    {
        using MemoryStream compressed = new();
        await using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await using Stream content = incoming.OpenRead();
            await content.CopyToAsync(gzip, cancellationToken);
        }

        return compressed.ToArray();
    }

    private static MemoryStream Decompress(byte[] content)
    {
        MemoryStream plain = new();
        using (GZipStream gzip = new(new MemoryStream(content), CompressionMode.Decompress))
        {
            gzip.CopyTo(plain);
        }

        plain.Position = 0;
        return plain;
    }
}

/// <summary>What the form of an incoming says beside the file.</summary>
/// <param name="AccountId">The account to import into, or <see langword="null"/>.</param>
/// <param name="TimeZone">IANA zone of times without one, or <see langword="null"/>.</param>
/// <param name="Currency">ISO code of amounts without one, or <see langword="null"/>.</param>
/// <param name="Commit">Whether to commit at once.</param>
internal sealed record ImportRequest(Guid? AccountId, string? TimeZone, string? Currency, bool Commit);
