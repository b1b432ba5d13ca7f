using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Coaching.Data;

/// <summary>The schema <c>coaching</c>.</summary>
internal sealed class CoachingDbContext(DbContextOptions<CoachingDbContext> options) : PluginDbContext(options)
{
    /// <summary>A conversation has at most one answer under way; the second writer meets this index.</summary>
    public const string OneStreamingIndex = "ix_messages_one_streaming";

    /// <summary>A key is used once in a conversation.</summary>
    public const string IdempotencyIndex = "ix_messages_idempotency";

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Message> Messages => Set<Message>();

    protected override void Define(ModelBuilder model)
    {
        model.Entity<Conversation>(entity =>
        {
            entity.ToTable("Conversations");
            entity.HasKey(e => new { e.TenantId, e.Id });
            entity.HasIndex(e => new { e.TenantId, e.UserId, e.UpdatedAt, e.Id });
            entity.HasIndex(e => new { e.TenantId, e.DeletedAt }).HasFilter("deleted_at is not null");
        });

        model.Entity<Message>(entity =>
        {
            entity.ToTable("Messages");
            entity.HasKey(e => new { e.TenantId, e.Id });
            entity.HasOne<Conversation>().WithMany()
                .HasForeignKey(e => new { e.TenantId, e.ConversationId })
                .HasPrincipalKey(e => new { e.TenantId, e.Id })
                .OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(e => new { e.TenantId, e.ConversationId, e.Sequence }).IsUnique();
            entity.HasIndex(e => new { e.TenantId, e.ConversationId }, OneStreamingIndex)
                .IsUnique().HasFilter("status = 'Streaming'");
            entity.HasIndex(e => new { e.TenantId, e.ConversationId, e.IdempotencyKey }, IdempotencyIndex)
                .IsUnique().HasFilter("idempotency_key is not null");
            entity.Property(e => e.Evidence).HasColumnType("jsonb");
            entity.Property(e => e.Tools).HasColumnType("jsonb");
        });
    }
}
