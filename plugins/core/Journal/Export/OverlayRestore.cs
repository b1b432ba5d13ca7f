using System.Text.Json;
using AIWendy.Plugins.Journal.Annotations;
using AIWendy.Plugins.Journal.Data;
using AIWendy.Plugins.Journal.Endpoints;
using AIWendy.Plugins.Journal.Instruments;
using AIWendy.Plugins.Journal.Playbooks;
using AIWendy.Plugins.Journal.Projects;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Journal;
using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Export;

/// <summary>Puts back what people wrote, through the same checks as if they wrote it again.</summary>
internal sealed class OverlayRestore(
    ITenantContext tenant, ICurrentUser user, InstrumentStore instruments, PlaybookStore playbooks, ProjectStore projects, TimeProvider time)
{
    private const int ChunkSize = 1000;

    /// <summary>Adds what is known about instruments; own knowledge stays.</summary>
    public async Task InstrumentsAsync(TenantTransaction transaction, IEnumerable<ExportRecord> records, CancellationToken cancellationToken)
    {
        foreach (ExportRecord record in records)
        {
            string symbol = Inputs.Word("symbol", record.Text("symbol"), 100) ?? throw Inputs.Invalid("symbol", "must not be empty.", "不能为空。");
            InstrumentPatch patch = new() { Kind = record.Text("kind"), Multiplier = record.Number("multiplier"), Tick = record.Number("tick") };
            await instruments.AddAsync(transaction, patch.Apply(new InstrumentRow(symbol, InstrumentKind.Unknown, null, null, null, 0)), cancellationToken);
        }
    }

    /// <summary>Adds playbooks that the person lacks.</summary>
    /// <returns>The id of each by its name.</returns>
    public async Task<Dictionary<string, Guid>> PlaybooksAsync(TenantTransaction transaction, IEnumerable<ExportRecord> records, CancellationToken cancellationToken)
    {
        Dictionary<string, Guid> ids = (await playbooks.ListAsync(transaction, cancellationToken))
            .DistinctBy(playbook => playbook.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(playbook => playbook.Name, playbook => playbook.Id, StringComparer.OrdinalIgnoreCase);
        foreach (ExportRecord record in records)
        {
            PlaybookPatch patch = new() { Name = record.Text("name"), Description = record.Text("description"), Criteria = Criteria(record.Text("criteria")) };
            PlaybookRow playbook = patch.Apply(new PlaybookRow(Guid.CreateVersion7(), string.Empty, null, [], default, default, 0));
            if (ids.TryAdd(playbook.Name, playbook.Id))
            {
                await playbooks.AddAsync(transaction, playbook.Id, playbook.Name, playbook.Description, playbook.Criteria, cancellationToken);
            }
        }

        return ids;
    }

    /// <summary>Adds projects that the person lacks.</summary>
    /// <returns>The id of each by its name.</returns>
    public async Task<Dictionary<string, Guid>> ProjectsAsync(TenantTransaction transaction, IEnumerable<ExportRecord> records, CancellationToken cancellationToken)
    {
        Dictionary<string, Guid> ids = (await projects.ListAsync(transaction, cancellationToken))
            .DistinctBy(project => project.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(project => project.Name, project => project.Id, StringComparer.OrdinalIgnoreCase);
        foreach (ExportRecord record in records)
        {
            Guid id = Guid.CreateVersion7();
            string name = Inputs.Name("name", record.Text("name"));
            if (ids.TryAdd(name, id))
            {
                await projects.SaveAsync(transaction, id, name, Inputs.Text("description", record.Text("description"), 5000), cancellationToken);
            }
        }

        return ids;
    }

    /// <summary>Adds saved views; own views of the same name stay.</summary>
    public async Task ViewsAsync(TenantTransaction transaction, IEnumerable<ExportRecord> records, CancellationToken cancellationToken)
    {
        foreach (ExportRecord record in records)
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.saved_views (tenant_id, id, user_id, name, query, created_at) values ($1, $2, $3, $4, $5, $6)
                on conflict (tenant_id, user_id, name) do nothing
                """)
                .With(tenant.TenantId).With(Guid.CreateVersion7()).With(user.Id).With(Inputs.Name("name", record.Text("name")))
                .With(Inputs.Text("query", record.Text("query"), 2000) ?? string.Empty).With(Timestamps.Now(time));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Puts days back where the person wrote nothing later.</summary>
    public async Task DaysAsync(TenantTransaction transaction, IEnumerable<ExportRecord> records, CancellationToken cancellationToken)
    {
        foreach (ExportRecord record in records)
        {
            await using NpgsqlCommand command = transaction.Command("""
                insert into journal.days as d (tenant_id, user_id, day, plan, review, note, mood, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (tenant_id, user_id, day) do update set plan = excluded.plan, review = excluded.review, note = excluded.note, mood = excluded.mood,
                    updated_at = excluded.updated_at
                where excluded.updated_at > d.updated_at
                """)
                .With(tenant.TenantId).With(user.Id).With(Inputs.Day("day", record.Text("day")))
                .WithOptional(Inputs.Text("plan", record.Text("plan"), Inputs.LongestNote), NpgsqlDbType.Text)
                .WithOptional(Inputs.Text("review", record.Text("review"), Inputs.LongestNote), NpgsqlDbType.Text)
                .WithOptional(Inputs.Text("note", record.Text("note"), Inputs.LongestNote), NpgsqlDbType.Text)
                .WithOptional(Inputs.Scale("mood", record.Count("mood")), NpgsqlDbType.Integer).With(record.Moment("edited_at") ?? Timestamps.Now(time));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Puts annotations back where the person wrote nothing later.</summary>
    public async Task AnnotationsAsync(
        TenantTransaction transaction,
        IEnumerable<ExportRecord> records,
        Dictionary<string, Guid> labels,
        Dictionary<string, Guid> setups,
        Dictionary<string, Guid> groups,
        CancellationToken cancellationToken)
    {
        foreach (ExportRecord[] chunk in records.Where(record => record.Moment("edited_at") is not null && record.Text("key") is not null).Chunk(ChunkSize))
        {
            Dictionary<(Guid, string), Annotation> annotations = [];
            foreach (ExportRecord record in chunk)
            {
                if (labels.TryGetValue(record.Text("account") ?? string.Empty, out Guid account))
                {
                    annotations[(account, record.Text("key")!)] = Annotation(record, setups, groups);
                }
            }

            await AnnotationRows.InsertAsync(transaction, tenant.TenantId, user.Id, annotations, cancellationToken);
        }
    }

    private static CriterionInput[] Criteria(string? json)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize(json ?? "[]", OverlayJsonContext.Default.IReadOnlyListCriterion) ?? []).Select(one => new CriterionInput(one.Id, one.Text))];
        }
        catch (JsonException)
        {
            throw Inputs.Invalid("criteria", "is no list of criteria.", "不是条件列表。");
        }
    }

    private static Annotation Annotation(ExportRecord record, Dictionary<string, Guid> setups, Dictionary<string, Guid> groups)
    {
        AnnotationPatch patch = new()
        {
            Note = record.Text("note"),
            Tags = record.Words("tags"),
            PlaybookId = record.Text("setup") is { } setup && setups.TryGetValue(setup, out Guid playbook) ? playbook : null,
            Criteria = record.Words("followed"),
            ProjectId = record.Text("project") is { } group && groups.TryGetValue(group, out Guid project) ? project : null,
            PlannedEntry = record.Number("planned_entry"),
            PlannedStop = record.Number("planned_stop"),
            PlannedTarget = record.Number("planned_target"),
            Mistakes = record.Words("mistakes"),
            EmotionBefore = record.Text("emotion_before"),
            EmotionDuring = record.Text("emotion_during"),
            EmotionAfter = record.Text("emotion_after"),
            Confidence = record.Count("confidence"),
            Stress = record.Count("stress"),
            Rating = record.Count("rating"),
        };
        return patch.Apply(Annotations.Annotation.Empty) with { UpdatedAt = record.Moment("edited_at") };
    }
}
