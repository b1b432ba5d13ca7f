using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>A batch without its file.</summary>
internal sealed record BatchRow(
    Guid Id,
    Guid? AccountId,
    string FileName,
    string Format,
    string TimeZone,
    string Currency,
    ImportState State,
    int Executions,
    int Duplicates,
    string Summary,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CommittedAt,
    DateTimeOffset? UndoneAt,
    string? Choices);

/// <summary>The caller's import batches.</summary>
internal sealed class BatchStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    private const string Columns =
        "select id, account_id, file_name, format, time_zone, currency, state, executions, duplicates, summary, created_at, committed_at, undone_at, choices from journal.import_batches";

    /// <summary>Adds a batch in the state of a preview.</summary>
    public async Task AddAsync(TenantTransaction transaction, ImportBatch batch, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.import_batches (tenant_id, id, user_id, account_id, file_name, sha256, size, content, format, time_zone, currency, state,
                executions, duplicates, summary, created_at, choices)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """)
            .With(tenant.TenantId).With(batch.Id).With(user.Id).WithOptional(batch.AccountId, NpgsqlDbType.Uuid).With(batch.FileName).With(batch.Sha256)
            .With(batch.Size).With(batch.Content).With(batch.Format).With(batch.TimeZone).With(batch.Currency).With(batch.State.ToString())
            .With(batch.Executions).With(batch.Duplicates).With(batch.Summary).With(time.GetUtcNow()).WithOptional(batch.Choices, NpgsqlDbType.Text);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>One batch, or <see langword="null"/> when it is not the caller's.</summary>
    public async Task<BatchRow?> FindAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " where user_id = $1 and id = $2").With(user.Id).With(id);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Batches, newest first.</summary>
    public async Task<List<BatchRow>> ListAsync(TenantTransaction transaction, Guid? before, int count, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " where user_id = $1 and ($2 is null or id < $2) order by id desc limit $3")
            .With(user.Id).WithOptional(before, NpgsqlDbType.Uuid).With(count);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Committed batches some of whose fills another batch had brought before.</summary>
    public async Task<List<BatchRow>> ListOverlappingAsync(TenantTransaction transaction, Guid except, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " where user_id = $1 and id <> $2 and state = $3 and duplicates > 0 order by id")
            .With(user.Id).With(except).With(nameof(ImportState.Committed));
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The file of a batch, compressed.</summary>
    public async Task<byte[]> ReadContentAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("select content from journal.import_batches where user_id = $1 and id = $2").With(user.Id).With(id);
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken) ?? throw ProblemException.NotFound("The import");
    }

    /// <summary>Changes how a batch's file is read, with what came of it.</summary>
    public async Task RewriteAsync(TenantTransaction transaction, BatchRow batch, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("""
            update journal.import_batches set format = $2, time_zone = $3, currency = $4, executions = $5, duplicates = $6, summary = $7, choices = $8 where id = $1 and user_id = $9
            """)
            .With(batch.Id).With(batch.Format).With(batch.TimeZone).With(batch.Currency).With(batch.Executions).With(batch.Duplicates).With(batch.Summary)
            .WithOptional(batch.Choices, NpgsqlDbType.Text).With(user.Id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes a batch with its file.</summary>
    public async Task RemoveAsync(TenantTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command("delete from journal.import_batches where id = $1 and user_id = $2").With(id).With(user.Id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Moves a batch to another state and states how many of its fills are its own.</summary>
    public async Task MoveAsync(TenantTransaction transaction, Guid id, ImportState state, int executions, int duplicates, CancellationToken cancellationToken)
    {
        string stamp = state == ImportState.Committed ? "committed_at = $5, undone_at = null" : "undone_at = $5";
        await using NpgsqlCommand command = transaction.Command($"update journal.import_batches set state = $2, executions = $3, duplicates = $4, {stamp} where id = $1 and user_id = $6")
            .With(id).With(state.ToString()).With(executions).With(duplicates).With(time.GetUtcNow()).With(user.Id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<BatchRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<BatchRow> batches = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            batches.Add(new BatchRow(
                reader.GetGuid(0),
                reader.IsDBNull(1) ? null : reader.GetGuid(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                Enum.Parse<ImportState>(reader.GetString(6)),
                reader.GetInt32(7),
                reader.GetInt32(8),
                reader.GetString(9),
                reader.GetFieldValue<DateTimeOffset>(10),
                reader.IsDBNull(11) ? null : reader.GetFieldValue<DateTimeOffset>(11),
                reader.IsDBNull(12) ? null : reader.GetFieldValue<DateTimeOffset>(12),
                reader.IsDBNull(13) ? null : reader.GetString(13)));
        }

        return batches;
    }
}
