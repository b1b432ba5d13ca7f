using System.IO.Compression;
using AIWendy.Plugins.Journal.Accounts;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Import;
using AIWendy.Plugins.Journal.Imports;
using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>
/// Puts back what an export holds beside its fills: accounts first, because fills name them, then what was written. What
/// the person has already stays; of two edits of the same thing, the later one.
/// </summary>
internal sealed class ExportRestore(BatchStore batches, AccountStore accounts, CashStore cash, OverlayRestore overlay, ScreenshotRestore screenshots)
{
    /// <summary>Restores the export of a batch, before its fills go in. Batches of other formats hold nothing to restore.</summary>
    public async Task RestoreAsync(TenantTransaction transaction, BatchRow batch, CancellationToken cancellationToken)
    {
        if (batch.Format != ExportKinds.Format)
        {
            return;
        }

        byte[] content = await batches.ReadContentAsync(transaction, batch.Id, cancellationToken);
        ImportFile file = ImportFile.Open(batch.FileName, () => Decompress(content));
        ILookup<string, ExportRecord> settings = ExportReader.Read(file).Where(record => ExportKinds.IsSetting(record.Kind)).ToLookup(record => record.Kind);
        Dictionary<string, Guid> labels = await AccountsAsync(transaction, batch, settings[ExportKinds.Account], cancellationToken);
        await overlay.InstrumentsAsync(transaction, settings[ExportKinds.Instrument], cancellationToken);
        Dictionary<string, Guid> playbooks = await overlay.PlaybooksAsync(transaction, settings[ExportKinds.Playbook], cancellationToken);
        Dictionary<string, Guid> projects = await overlay.ProjectsAsync(transaction, settings[ExportKinds.Project], cancellationToken);
        await overlay.ViewsAsync(transaction, settings[ExportKinds.View], cancellationToken);
        await CashAsync(transaction, settings[ExportKinds.Cash], labels, cancellationToken);
        await overlay.DaysAsync(transaction, ExportReader.Read(file).Where(record => record.Kind == ExportKinds.Day), cancellationToken);
        await overlay.AnnotationsAsync(
            transaction, ExportReader.Read(file).Where(record => record.Kind is ExportKinds.Trade or ExportKinds.Annotation), labels, playbooks, projects, cancellationToken);
        await screenshots.RestoreAsync(transaction, ExportReader.Read(file).Where(record => record.Kind == ExportKinds.Screenshot), labels, cancellationToken);
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

    // Which account each label of the file stands for. A chosen account takes everything.
    private async Task<Dictionary<string, Guid>> AccountsAsync(
        TenantTransaction transaction, BatchRow batch, IEnumerable<ExportRecord> records, CancellationToken cancellationToken)
    {
        Dictionary<string, Guid> labels = new(StringComparer.Ordinal);
        List<AccountRow> existing = [.. await accounts.ListAsync(transaction, cancellationToken)];
        foreach (ExportRecord record in records)
        {
            string label = record.Text("account") ?? string.Empty;
            AccountRow wanted = Account(record, label);
            AccountRow? found = existing.FirstOrDefault(account =>
                !account.IsSample && (wanted.ExternalName is null ? account.ExternalName is null && account.Name == wanted.Name : account.ExternalName == wanted.ExternalName));
            labels[label] = batch.AccountId ?? found?.Id ?? await AddAsync(transaction, wanted, cancellationToken);
        }

        return labels;
    }

    private async Task<Guid> AddAsync(TenantTransaction transaction, AccountRow account, CancellationToken cancellationToken)
    {
        Guid id = await accounts.AddAsync(
            transaction, account.Name, account.ExternalName, account.Currency, account.TimeZone, account.StartBalance, isSample: false, cancellationToken);
        await accounts.UpdateAsync(transaction, account with { Id = id }, cancellationToken);
        return id;
    }

    private static AccountRow Account(ExportRecord record, string label)
    {
        string? external = record.Text("external_name");
        string name = external is null && label.Length > 0 ? label : record.Text("name") ?? label;
        AccountRow plain = new(
            Guid.Empty, Inputs.Name("name", name), external, ImportRequests.Currency(record.Text("currency")) ?? "USD", "UTC", 0, IsSample: false, 0, 0);
        AccountPatch patch = new()
        {
            TimeZone = record.Text("time_zone"),
            StartBalance = record.Number("start_balance"),
            Broker = record.Text("broker"),
            DayCutOff = record.Text("day_cut_off"),
            LotMethod = record.Text("lot_method"),
            BreakevenBand = record.Number("breakeven_band"),
            ResetOn = record.Text("reset_on"),
        };
        return patch.Apply(plain);
    }

    // A movement has nothing but its values to be known by: as many of each kind are added as the account lacks.
    private async Task CashAsync(TenantTransaction transaction, IEnumerable<ExportRecord> records, Dictionary<string, Guid> labels, CancellationToken cancellationToken)
    {
        foreach (IGrouping<string, ExportRecord> account in records.GroupBy(record => record.Text("account") ?? string.Empty))
        {
            if (!labels.TryGetValue(account.Key, out Guid accountId))
            {
                continue;
            }

            Dictionary<CashRow, int> held = (await cash.ListAsync(transaction, accountId, cancellationToken)).CountBy(movement => movement with { Id = Guid.Empty }).ToDictionary();
            foreach (ExportRecord record in account)
            {
                CashKind kind = Inputs.OneOf<CashKind>("kind", record.Text("kind"));
                decimal amount = CashStore.Effect(kind, Inputs.NotNegative("amount", record.Number("amount")));
                CashRow movement = new(
                    Guid.Empty, Inputs.Day("day", record.Text("day")), kind, amount, ImportRequests.Currency(record.Text("currency")) ?? "USD", Inputs.Text("note", record.Text("note"), 500));
                if (held.TryGetValue(movement, out int count) && count > 0)
                {
                    held[movement] = count - 1;
                    continue;
                }

                await cash.AddAsync(transaction, accountId, movement with { Id = Guid.CreateVersion7() }, cancellationToken);
            }
        }
    }
}
