using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>Reads and writes what people say about their trades.</summary>
internal sealed class AnnotationStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    private const string Columns = """
        select t.id, t.account_id, t.opening_key, a.updated_at, a.note, a.tags, a.playbook_id, a.criteria, a.project_id, a.planned_entry, a.planned_stop,
            a.planned_target, a.mistakes, a.emotion_before, a.emotion_during, a.emotion_after, a.confidence, a.stress, a.rating
        from journal.round_trips t
        left join journal.trade_annotations a on a.tenant_id = t.tenant_id and a.account_id = t.account_id and a.opening_key = t.opening_key
        """;

    /// <summary>One trade with its annotation, locked until the transaction ends; <see langword="null"/> when it is not the caller's.</summary>
    public async Task<AnnotatedTrade?> LockAsync(TenantTransaction transaction, Guid tradeId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = transaction.Command(Columns + " where t.user_id = $1 and t.id = $2 for update of t").With(user.Id).With(tradeId);
        return (await ReadAsync(command, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Those of some trades that have an annotation, by the id of the trade.</summary>
    public async Task<Dictionary<Guid, Annotation>> FindAsync(TenantTransaction transaction, IEnumerable<Guid> tradeIds, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. tradeIds];
        if (ids.Length == 0)
        {
            return [];
        }

        await using NpgsqlCommand command = transaction.Command(Columns + " where t.user_id = $1 and t.id = any($2) and a.updated_at is not null").With(user.Id).With(ids);
        return (await ReadAsync(command, cancellationToken)).ToDictionary(trade => trade.TradeId, trade => trade.Annotation);
    }

    /// <summary>Writes a trade's annotation as a whole.</summary>
    /// <returns>The annotation as stored.</returns>
    public async Task<Annotation> SaveAsync(TenantTransaction transaction, AnnotatedTrade trade, CancellationToken cancellationToken)
    {
        Annotation annotation = trade.Annotation with { UpdatedAt = Timestamps.Now(time) };
        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.trade_annotations (tenant_id, account_id, opening_key, user_id, updated_at, note, tags, playbook_id, criteria, project_id,
                planned_entry, planned_stop, planned_target, mistakes, emotion_before, emotion_during, emotion_after, confidence, stress, rating)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            on conflict (tenant_id, account_id, opening_key) do update set updated_at = excluded.updated_at, note = excluded.note, tags = excluded.tags,
                playbook_id = excluded.playbook_id, criteria = excluded.criteria, project_id = excluded.project_id, planned_entry = excluded.planned_entry,
                planned_stop = excluded.planned_stop, planned_target = excluded.planned_target, mistakes = excluded.mistakes,
                emotion_before = excluded.emotion_before, emotion_during = excluded.emotion_during, emotion_after = excluded.emotion_after,
                confidence = excluded.confidence, stress = excluded.stress, rating = excluded.rating
            """)
            .With(tenant.TenantId).With(trade.AccountId).With(trade.OpeningKey).With(user.Id).With(annotation.UpdatedAt.Value)
            .WithOptional(annotation.Note, NpgsqlDbType.Text).With(annotation.Tags.ToArray()).WithOptional(annotation.PlaybookId, NpgsqlDbType.Uuid)
            .With(annotation.Criteria.ToArray()).WithOptional(annotation.ProjectId, NpgsqlDbType.Uuid)
            .WithOptional(annotation.PlannedEntry, NpgsqlDbType.Numeric).WithOptional(annotation.PlannedStop, NpgsqlDbType.Numeric)
            .WithOptional(annotation.PlannedTarget, NpgsqlDbType.Numeric).With(annotation.Mistakes.ToArray())
            .WithOptional(annotation.EmotionBefore, NpgsqlDbType.Text).WithOptional(annotation.EmotionDuring, NpgsqlDbType.Text)
            .WithOptional(annotation.EmotionAfter, NpgsqlDbType.Text).WithOptional(annotation.Confidence, NpgsqlDbType.Integer)
            .WithOptional(annotation.Stress, NpgsqlDbType.Integer).WithOptional(annotation.Rating, NpgsqlDbType.Integer);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return annotation;
    }

    private static async Task<List<AnnotatedTrade>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<AnnotatedTrade> trades = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            trades.Add(new AnnotatedTrade(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.IsDBNull(3) ? Annotation.Empty : Of(reader)));
        }

        return trades;
    }

    private static Annotation Of(NpgsqlDataReader reader) => new()
    {
        UpdatedAt = reader.GetFieldValue<DateTimeOffset>(3),
        Note = reader.Optional<string>(4),
        Tags = reader.GetFieldValue<string[]>(5),
        PlaybookId = reader.OptionalValue<Guid>(6),
        Criteria = reader.GetFieldValue<string[]>(7),
        ProjectId = reader.OptionalValue<Guid>(8),
        PlannedEntry = reader.OptionalValue<decimal>(9),
        PlannedStop = reader.OptionalValue<decimal>(10),
        PlannedTarget = reader.OptionalValue<decimal>(11),
        Mistakes = reader.GetFieldValue<string[]>(12),
        EmotionBefore = reader.Optional<string>(13),
        EmotionDuring = reader.Optional<string>(14),
        EmotionAfter = reader.Optional<string>(15),
        Confidence = reader.OptionalValue<int>(16),
        Stress = reader.OptionalValue<int>(17),
        Rating = reader.OptionalValue<int>(18),
    };
}
