using System.Text;
using System.Text.Json;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk.Data;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Annotations;

/// <summary>Writes many annotations with times of their own; a later edit that is there already stays.</summary>
internal static class AnnotationRows
{
    public static async Task InsertAsync(
        TenantTransaction transaction, Guid tenantId, Guid userId, IReadOnlyDictionary<(Guid Account, string Key), Annotation> annotations, CancellationToken cancellationToken)
    {
        if (annotations.Count == 0)
        {
            return;
        }

        await using NpgsqlCommand command = transaction.Command("""
            insert into journal.trade_annotations as a (tenant_id, user_id, account_id, opening_key, updated_at, note, tags, playbook_id, criteria, project_id,
                planned_entry, planned_stop, planned_target, mistakes, emotion_before, emotion_during, emotion_after, confidence, stress, rating)
            select $1, $2, x.account_id, x.opening_key, x.updated_at, x.note, x.tags, x.playbook_id, x.criteria, x.project_id,
                x.planned_entry, x.planned_stop, x.planned_target, x.mistakes, x.emotion_before, x.emotion_during, x.emotion_after, x.confidence, x.stress, x.rating
            from jsonb_to_recordset($3) as x (account_id uuid, opening_key text, updated_at timestamptz, note text, tags text[], playbook_id uuid, criteria text[],
                project_id uuid, planned_entry numeric, planned_stop numeric, planned_target numeric, mistakes text[], emotion_before text, emotion_during text,
                emotion_after text, confidence int, stress int, rating int)
            on conflict (tenant_id, account_id, opening_key) do update set updated_at = excluded.updated_at, note = excluded.note, tags = excluded.tags,
                playbook_id = excluded.playbook_id, criteria = excluded.criteria, project_id = excluded.project_id, planned_entry = excluded.planned_entry,
                planned_stop = excluded.planned_stop, planned_target = excluded.planned_target, mistakes = excluded.mistakes,
                emotion_before = excluded.emotion_before, emotion_during = excluded.emotion_during, emotion_after = excluded.emotion_after,
                confidence = excluded.confidence, stress = excluded.stress, rating = excluded.rating
            where excluded.updated_at > a.updated_at
            """).With(tenantId).With(userId).WithOptional(Json(annotations), NpgsqlDbType.Jsonb);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Json(IReadOnlyDictionary<(Guid Account, string Key), Annotation> annotations)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartArray();
            foreach (((Guid account, string key), Annotation annotation) in annotations)
            {
                Write(json, account, key, annotation);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, Guid account, string key, Annotation annotation)
    {
        json.WriteStartObject();
        json.WriteString("account_id", account);
        json.WriteString("opening_key", key);
        json.WriteString("updated_at", annotation.UpdatedAt ?? default);
        json.WriteString("note", annotation.Note);
        Write(json, "tags", annotation.Tags);
        Write(json, "playbook_id", annotation.PlaybookId);
        Write(json, "criteria", annotation.Criteria);
        Write(json, "project_id", annotation.ProjectId);
        Write(json, "planned_entry", annotation.PlannedEntry);
        Write(json, "planned_stop", annotation.PlannedStop);
        Write(json, "planned_target", annotation.PlannedTarget);
        Write(json, "mistakes", annotation.Mistakes);
        json.WriteString("emotion_before", annotation.EmotionBefore);
        json.WriteString("emotion_during", annotation.EmotionDuring);
        json.WriteString("emotion_after", annotation.EmotionAfter);
        Write(json, "confidence", annotation.Confidence);
        Write(json, "stress", annotation.Stress);
        Write(json, "rating", annotation.Rating);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (string word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Guid? value)
    {
        if (value is { } id)
        {
            json.WriteString(name, id);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
