using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Localization;
using Npgsql;

namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>Changes what is written about trades, one at a time or many at once.</summary>
internal sealed class AnnotationEdits(ITenantDatabase database, AnnotationStore annotations, BulkEdits bulk, ICurrentUser user)
{
    /// <summary>Changes one trade's annotation.</summary>
    /// <param name="tradeId">The trade.</param>
    /// <param name="patch">What to change.</param>
    /// <param name="expected">Version that the caller saw, or <see langword="null"/> to write over whatever is there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ProblemException">404; 412 <c>changed_meanwhile</c>; 400 <c>validation_failed</c>.</exception>
    public async Task<Annotation> ChangeAsync(Guid tradeId, AnnotationPatch patch, string? expected, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        AnnotatedTrade trade = await annotations.LockAsync(transaction, tradeId, cancellationToken) ?? throw ProblemException.NotFound("The trade");
        if (expected is not (null or "*") && expected != trade.Annotation.Version)
        {
            throw new ProblemException(412, "changed_meanwhile", Text.Of("Somebody changed this meanwhile. Load it again and repeat your change.", "内容已被修改。请重新加载后再改。"));
        }

        Annotation changed = patch.Apply(trade.Annotation);
        await RequireAsync(transaction, "playbookId", "playbooks", patch.PlaybookId, cancellationToken);
        await RequireAsync(transaction, "projectId", "projects", patch.ProjectId, cancellationToken);
        Annotation saved = await annotations.SaveAsync(transaction, trade with { Annotation = changed }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Changes many trades at once.</summary>
    /// <returns>Number of trades changed.</returns>
    public async Task<int> ChangeAsync(BulkPatch patch, CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await RequireAsync(transaction, "playbookId", "playbooks", patch.PlaybookId, cancellationToken);
        await RequireAsync(transaction, "projectId", "projects", patch.ProjectId, cancellationToken);
        int changed = await bulk.ApplyAsync(transaction, patch, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }

    private async Task RequireAsync(TenantTransaction transaction, string field, string table, Guid? id, CancellationToken cancellationToken)
    {
        if (id is not { } wanted)
        {
            return;
        }

        await using NpgsqlCommand command = transaction.Command($"select exists (select from journal.{table} where user_id = $1 and id = $2 and deleted_at is null)")
            .With(user.Id).With(wanted);
        if (await command.ExecuteScalarAsync(cancellationToken) is not true)
        {
            throw Inputs.Invalid(field, "is not one of yours.", "不属于你。");
        }
    }
}
