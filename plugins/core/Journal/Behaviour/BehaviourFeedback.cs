using AIWendy.Plugins.Journal.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AIWendy.Plugins.Journal.Behaviour;

/// <summary>What a person says about the findings of a detector.</summary>
internal sealed class BehaviourFeedback : ITenantOwned
{
    /// <summary>The finding fits.</summary>
    public const string Me = "me";

    /// <summary>The finding does not fit.</summary>
    public const string NotMe = "not_me";

    public Guid TenantId { get; set; }

    public Guid UserId { get; init; }

    public required string Detector { get; init; }

    public required string Value { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public static void Define(ModelBuilder model) => model.Entity<BehaviourFeedback>(feedback =>
    {
        feedback.ToTable("behaviour_feedback");
        feedback.HasKey(e => new { e.TenantId, e.UserId, e.Detector });
    });
}

/// <summary>The caller's feedback.</summary>
internal sealed class FeedbackStore(ITenantContext tenant, ICurrentUser user, TimeProvider time)
{
    /// <summary>Feedback by detector.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(TenantTransaction transaction, CancellationToken cancellationToken)
    {
        Dictionary<string, string> feedback = new(StringComparer.Ordinal);
        await using NpgsqlCommand command = transaction.Command("select detector, value from journal.behaviour_feedback where user_id = $1").With(user.Id);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            feedback[reader.GetString(0)] = reader.GetString(1);
        }

        return feedback;
    }

    /// <summary>Sets or takes back the feedback on one detector.</summary>
    public async Task WriteAsync(TenantTransaction transaction, string detector, string? value, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = value is null
            ? transaction.Command("delete from journal.behaviour_feedback where user_id = $1 and detector = $2").With(user.Id).With(detector)
            : transaction.Command("""
                insert into journal.behaviour_feedback (user_id, detector, tenant_id, value, updated_at) values ($1, $2, $3, $4, $5)
                on conflict (tenant_id, user_id, detector) do update set value = excluded.value, updated_at = excluded.updated_at
                """).With(user.Id).With(detector).With(tenant.TenantId).With(value).With(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
