using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Trades;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>Trades to change: the same names and meanings as the query of the list of trades; several accounts and tags as lists.</summary>
internal sealed record BulkFilter(
    string? From, string? To, string? Symbol, string? Side, string? Outcome, Guid? AccountId, string? Currency)
{
    /// <summary>Accounts, any of them, in addition to <see cref="AccountId"/>.</summary>
    public IReadOnlyList<Guid>? AccountIds { get; init; }

    public Guid? ProjectId { get; init; }

    /// <summary>Tags, any of them.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    public Guid? Setup { get; init; }

    public int? Weekday { get; init; }

    public int? Hour { get; init; }

    public decimal? MinDuration { get; init; }

    public decimal? MaxDuration { get; init; }

    public decimal? MinSize { get; init; }

    public decimal? MaxSize { get; init; }

    public bool? SinceReset { get; init; }

    public string? View { get; init; }

    /// <summary>The filter.</summary>
    /// <exception cref="ProblemException">Code <c>validation_failed</c>, naming the field.</exception>
    public TradeFilter ToFilter() => new TradeFilterQuery
    {
        From = From,
        To = To,
        Symbol = Symbol,
        Side = Side,
        Outcome = Outcome,
        AccountId = [.. AccountId is { } one ? [one] : Array.Empty<Guid>(), .. AccountIds ?? []],
        Currency = Currency,
        ProjectId = ProjectId,
        Tag = [.. Tags ?? []],
        Setup = Setup,
        Weekday = Weekday,
        Hour = Hour,
        MinDuration = MinDuration,
        MaxDuration = MaxDuration,
        MinSize = MinSize,
        MaxSize = MaxSize,
        SinceReset = SinceReset,
        View = View,
    }.ToFilter();
}

/// <summary>What is to change about many trades, named by their ids or by a filter.</summary>
internal sealed class BulkPatch : PatchBody
{
    /// <summary>Most ids of one call.</summary>
    public const int MostIds = 10_000;

    public IReadOnlyList<Guid>? Ids { get; set => field = Given(value); }

    public BulkFilter? Filter { get; set => field = Given(value); }

    public IReadOnlyList<string>? AddTags { get; set => field = Given(value); }

    public IReadOnlyList<string>? RemoveTags { get; set => field = Given(value); }

    public Guid? PlaybookId { get; set => field = Given(value); }

    public Guid? ProjectId { get; set => field = Given(value); }
}

/// <summary>Changes many annotations in one statement.</summary>
internal sealed class BulkEdits(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    /// <summary>Applies a change to every trade that it names.</summary>
    /// <returns>Number of trades changed.</returns>
    public async Task<int> ApplyAsync(TenantTransaction transaction, BulkPatch patch, CancellationToken cancellationToken)
    {
        string[] added = AnnotationTags.Of("addTags", patch.AddTags);
        string[] removed = AnnotationTags.Of("removeTags", patch.RemoveTags);
        bool setsPlaybook = patch.Has(nameof(BulkPatch.PlaybookId));
        bool setsProject = patch.Has(nameof(BulkPatch.ProjectId));
        if (added.Length + removed.Length == 0 && !setsPlaybook && !setsProject)
        {
            throw Inputs.Invalid("addTags", "or another change must be given.", "或其他修改至少要有一项。");
        }

        await using NpgsqlCommand command = transaction.Command(string.Empty)
            .With(tenant.TenantId).With(user.Id).With(Timestamps.Now(time)).With(added).With(removed)
            .With(setsPlaybook).WithOptional(patch.PlaybookId, NpgsqlDbType.Uuid).With(setsProject).WithOptional(patch.ProjectId, NpgsqlDbType.Uuid);
        command.CommandText = $"""
            insert into journal.trade_annotations as a (tenant_id, account_id, opening_key, user_id, updated_at, tags, playbook_id, criteria, project_id, mistakes)
            select $1, t.account_id, t.opening_key, $2, $3, $4, $7, array[]::text[], $9, array[]::text[]
            from journal.round_trips t where {Conditions(command, patch)}
            on conflict (tenant_id, account_id, opening_key) do update set
                updated_at = excluded.updated_at,
                tags = array(
                    select (array_agg(word.tag order by word.place))[1] from unnest(a.tags || $4) with ordinality as word (tag, place)
                    where lower(word.tag) <> all (select lower(gone) from unnest($5) as gone)
                    group by lower(word.tag) order by min(word.place)),
                criteria = case when $6 and a.playbook_id is distinct from $7 then array[]::text[] else a.criteria end,
                playbook_id = case when $6 then $7 else a.playbook_id end,
                project_id = case when $8 then $9 else a.project_id end
            returning cardinality(a.tags)
            """;
        int changed = 0;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            changed++;
            if (reader.GetInt32(0) > AnnotationPatch.MostWords)
            {
                throw Inputs.Invalid("addTags", $"would leave a trade with more than {AnnotationPatch.MostWords} tags.", $"会让某笔交易的标签超过 {AnnotationPatch.MostWords} 个。");
            }
        }

        return changed;
    }

    private string Conditions(NpgsqlCommand command, BulkPatch patch)
    {
        if (patch.Ids is { Count: > 0 and <= BulkPatch.MostIds } ids && patch.Filter is null)
        {
            return $"{TradeFilter.Condition(command, "t.user_id =", user.Id)} and {TradeFilter.Condition(command, "t.id = any(", ids.ToArray())})";
        }

        return patch.Filter is { } filter && patch.Ids is null
            ? filter.ToFilter().Conditions(command, user.Id)
            : throw Inputs.Invalid("ids", $"must name 1 to {BulkPatch.MostIds} trades, or “filter” must say which.", $"必须给出 1 到 {BulkPatch.MostIds} 笔交易，或用“filter”说明是哪些。");
    }
}
