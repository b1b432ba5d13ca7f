using System.IO.Compression;
using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
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
    ITenantContext tenant,
    ImportReader reader,
    ParsedImports parsedImports,
    MappingStore mappings,
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
        (string zone, string currency) = await DefaultsAsync(request, cancellationToken);
        ReadImport read = await reader.ReadAsync(incoming, request.Choices ?? new ImportChoices(), new ImportOptions(TimeZones.Find(zone), currency), cancellationToken);
        ParsedImport parsed = read.Parsed;

        // It takes as long as a part of the writing does, and can be done beside it.
        Task<string> summary = Task.Run(
            () => JsonSerializer.Serialize(ImportSummary.Of(read.File, read.FormatName, parsed), JournalJsonContext.Default.ImportSummary), cancellationToken);
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
                Format = read.Format,
                TimeZone = zone,
                Currency = currency,
                State = ImportState.Preview,
                Executions = parsed.Executions.Count - duplicates,
                Duplicates = duplicates,
                Summary = request.Commit ? "{}" : await summary,
                Choices = read.Choices.ToJson(),
            },
            cancellationToken);
        await RememberAsync(transaction, request.Choices?.Mapping, read, incoming.Name, cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        return await (request.Commit ? ApplyAsync(transaction, batch, parsed, cancellationToken, summary) : KeepAsync(transaction, batch, cancellationToken));
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

        await TakeOutAsync(transaction, id, cancellationToken);
        await batches.MoveAsync(transaction, id, ImportState.Undone, batch.Executions, batch.Duplicates, cancellationToken);
        return await KeepAsync(transaction, await FindAsync(transaction, id, cancellationToken), cancellationToken);
    }

    /// <summary>Reads a kept file again, as it was read before or with other choices. What it holds replaces what it brought.</summary>
    public async Task<BatchRow> ReparseAsync(Guid id, ImportChoices? choices, string? timeZone, string? currency, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        byte[] content = Decompress(await batches.ReadContentAsync(transaction, id, cancellationToken));
        string zone = timeZone ?? batch.TimeZone;
        string money = currency ?? batch.Currency;
        IncomingFile incoming = new(batch.FileName, content.Length, [], () => new MemoryStream(content, writable: false));
        ReadImport read = await reader.ReadAsync(incoming, choices ?? ImportChoices.Parse(batch.Choices), new ImportOptions(TimeZones.Find(zone), money), cancellationToken);
        bool committed = batch.State == ImportState.Committed;
        if (committed)
        {
            await TakeOutAsync(transaction, id, cancellationToken);
        }

        int duplicates = await CountDuplicatesAsync(transaction, batch.AccountId, read.Parsed, cancellationToken);
        BatchRow rewritten = batch with
        {
            Format = read.Format,
            TimeZone = zone,
            Currency = money,
            Executions = read.Parsed.Executions.Count - duplicates,
            Duplicates = duplicates,
            Summary = JsonSerializer.Serialize(ImportSummary.Of(read.File, read.FormatName, read.Parsed), JournalJsonContext.Default.ImportSummary),
            Choices = read.Choices.ToJson(),
        };
        await batches.RewriteAsync(transaction, rewritten, cancellationToken);
        await RememberAsync(transaction, choices?.Mapping, read, batch.FileName, cancellationToken);
        parsedImports.Remove(KeyOf(batch));
        return await (committed ? ApplyAsync(transaction, rewritten, read.Parsed, cancellationToken) : KeepAsync(transaction, rewritten, cancellationToken));
    }

    /// <summary>Removes a batch that is not in the journal.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await roundTrips.LockAsync(transaction, cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        if (batch.State == ImportState.Committed)
        {
            throw new ProblemException(409, "import_committed", Text.Of("The import is in the journal. Undo it first.", "该导入已写入日志，请先撤销。"));
        }

        await batches.RemoveAsync(transaction, id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        parsedImports.Remove(KeyOf(batch));
    }

    /// <summary>Lists rows of a batch's file with what becomes of each, in the order of the file.</summary>
    public async Task<(List<ImportRowBody> Rows, bool More)> ReadRowsAsync(Guid id, string? verdict, int after, int size, string language, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        BatchRow batch = await FindAsync(transaction, id, cancellationToken);
        ParsedImport parsed = await ParseStoredAsync(transaction, batch, cancellationToken);
        ImportRows rows = new(parsed, id, language);
        bool ownersDecide = verdict is "new" or "duplicate";
        IReadOnlyList<ParsedExecution> asked = ownersDecide ? parsed.Executions : rows.Executions(verdict, after, size + 1);
        Dictionary<string, Guid> owners = [];
        foreach (((_, string key), Guid owner) in await FindKeysAsync(transaction, batch.AccountId, asked, cancellationToken))
        {
            owners[key] = owner;
        }

        List<ImportRowBody> page = rows.Page(verdict, after, size + 1, owners);
        bool more = page.Count > size;
        if (more)
        {
            page.RemoveAt(size);
        }

        if (page.Count == 0)
        {
            return (page, false);
        }

        byte[] content = Decompress(await batches.ReadContentAsync(transaction, id, cancellationToken));
        Dictionary<int, IReadOnlyList<string>> raw = ImportReader.RawRows(batch, content, page.Select(row => row.Row));
        return ([.. page.Select(row => row with { Raw = raw.GetValueOrDefault(row.Row) })], more);
    }

    private async Task TakeOutAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        HashSet<Instrument> instruments = await executions.RemoveAsync(transaction, id, cancellationToken);
        foreach (BatchRow other in await batches.ListOverlappingAsync(transaction, id, cancellationToken))
        {
            await RestoreAsync(transaction, other, cancellationToken);
        }

        await roundTrips.RebuildAsync(transaction, instruments, cancellationToken);
    }

    private static async Task<BatchRow> KeepAsync(TenantTransaction transaction, BatchRow batch, CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        return batch;
    }

    private async Task<BatchRow> ApplyAsync(
        TenantTransaction transaction, BatchRow batch, ParsedImport parsed, CancellationToken cancellationToken, Task<string>? summary = null)
    {
        await exports.RestoreAsync(transaction, batch, cancellationToken);
        int added = await AddAsync(transaction, batch, parsed, cancellationToken);
        if (summary is not null)
        {
            await batches.RewriteAsync(transaction, batch with { Summary = await summary }, cancellationToken);
        }

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
        HashSet<Instrument> instruments = [.. assigned.Select(execution => new Instrument(execution.AccountId, execution.Parsed.Symbol))];
        PendingBooks? pending = await executions.HasAnyAsync(transaction, instruments, cancellationToken)
            ? null
            : await roundTrips.BeginAsync(transaction, instruments, assigned, cancellationToken);
        int added = await executions.InsertAsync(transaction, batch.Id, assigned, cancellationToken);
        if (added > 0)
        {
            await (pending is not null && added == assigned.Count
                ? roundTrips.FinishAsync(transaction, pending, cancellationToken)
                : roundTrips.RebuildAsync(transaction, instruments, cancellationToken));
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
        (await FindKeysAsync(transaction, accountId, parsed.Executions, cancellationToken)).Count;

    private async Task<Dictionary<(Guid, string), Guid>> FindKeysAsync(
        TenantTransaction transaction, Guid? accountId, IReadOnlyList<ParsedExecution> parsed, CancellationToken cancellationToken)
    {
        Dictionary<string, AccountRow?> found = await importAccounts.FindAsync(
            transaction, accountId, parsed.Select(execution => execution.AccountName).Distinct(), cancellationToken);
        List<(Guid, string)> keys = [];
        foreach (ParsedExecution execution in parsed)
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
        string key = KeyOf(batch);
        if (parsedImports.Find(key) is { } kept)
        {
            return kept;
        }

        ParsedImport parsed = await reader.ReadAgainAsync(batch, Decompress(await batches.ReadContentAsync(transaction, batch.Id, cancellationToken)), cancellationToken);
        parsedImports.Add(key, parsed);
        return parsed;
    }

    private string KeyOf(BatchRow batch) => $"{tenant.TenantId:N}{user.Id:N}{batch.Id:N}{batch.Format}{batch.TimeZone}{batch.Currency}{batch.Choices}";

    // What a person says about the columns counts for the next file with the same headings.
    private async Task RememberAsync(TenantTransaction transaction, ColumnMapping? said, ReadImport read, string fileName, CancellationToken cancellationToken)
    {
        if (said is null || said.HasHeader == false)
        {
            return;
        }

        ImportRow header = read.File.Head.First(row => said.Fits(new Headings(row.Cells)));
        await mappings.SaveAsync(
            transaction,
            HeadingPrint.Of(header.Cells),
            Path.GetFileNameWithoutExtension(fileName) is { Length: > 0 } name ? name : fileName,
            JsonSerializer.Serialize(header.Cells, ImportJsonContext.Default.IReadOnlyListString),
            read.Choices.ToJson()!,
            cancellationToken);
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

    private static byte[] Decompress(byte[] content)
    {
        using MemoryStream plain = new();
        using (GZipStream gzip = new(new MemoryStream(content), CompressionMode.Decompress))
        {
            gzip.CopyTo(plain);
        }

        return plain.ToArray();
    }
}

/// <summary>What the form of an incoming says beside the file.</summary>
/// <param name="AccountId">The account to import into, or <see langword="null"/>.</param>
/// <param name="TimeZone">IANA zone of times without one, or <see langword="null"/>.</param>
/// <param name="Currency">ISO code of amounts without one, or <see langword="null"/>.</param>
/// <param name="Commit">Whether to commit at once.</param>
/// <param name="Choices">What is overruled about the reading, or <see langword="null"/>.</param>
internal sealed record ImportRequest(Guid? AccountId, string? TimeZone, string? Currency, bool Commit, ImportChoices? Choices = null);
