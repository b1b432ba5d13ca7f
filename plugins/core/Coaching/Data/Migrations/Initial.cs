using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Coaching.Data.Migrations;

/// <summary>Conversations and their messages.</summary>
[DbContext(typeof(CoachingDbContext))]
[Migration("20261123000001_Initial")]
internal sealed class Initial : Migration
{
    private const string Schema = "coaching";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateConversations(migrationBuilder);
        CreateMessages(migrationBuilder);
        migrationBuilder.EnableTenantIsolation(Schema, "conversations");
        migrationBuilder.EnableTenantIsolation(Schema, "messages");
    }

    private static void CreateConversations(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "conversations",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>("uuid", nullable: false),
                id = table.Column<Guid>("uuid", nullable: false),
                user_id = table.Column<Guid>("uuid", nullable: false),
                coach_id = table.Column<string>("text", nullable: false),
                connection_id = table.Column<Guid>("uuid", nullable: true),
                title = table.Column<string>("text", nullable: true),
                language = table.Column<string>("text", nullable: false),
                message_count = table.Column<int>("integer", nullable: false),
                last_sequence = table.Column<int>("integer", nullable: false),
                created_at = table.Column<DateTimeOffset>("timestamp with time zone", nullable: false),
                updated_at = table.Column<DateTimeOffset>("timestamp with time zone", nullable: false),
                deleted_at = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_conversations", e => new { e.tenant_id, e.id }));
        migration.CreateIndex(
            "ix_conversations_tenant_id_user_id_updated_at_id", "conversations",
            ["tenant_id", "user_id", "updated_at", "id"], Schema);
        migration.CreateIndex(
            "ix_conversations_tenant_id_deleted_at", "conversations",
            ["tenant_id", "deleted_at"], Schema, filter: "deleted_at is not null");
    }

    private static void CreateMessages(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "messages",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>("uuid", nullable: false),
                id = table.Column<Guid>("uuid", nullable: false),
                conversation_id = table.Column<Guid>("uuid", nullable: false),
                user_id = table.Column<Guid>("uuid", nullable: false),
                sequence = table.Column<int>("integer", nullable: false),
                role = table.Column<string>("text", nullable: false),
                kind = table.Column<string>("text", nullable: false),
                text = table.Column<string>("text", nullable: false),
                reasoning = table.Column<string>("text", nullable: true),
                status = table.Column<string>("text", nullable: false),
                finish = table.Column<string>("text", nullable: true),
                run_id = table.Column<Guid>("uuid", nullable: true),
                coach_id = table.Column<string>("text", nullable: true),
                model = table.Column<string>("text", nullable: true),
                reply_to_id = table.Column<Guid>("uuid", nullable: true),
                is_superseded = table.Column<bool>("boolean", nullable: false),
                idempotency_key = table.Column<string>("text", nullable: true),
                evidence = table.Column<string>("jsonb", nullable: true),
                tools = table.Column<string>("jsonb", nullable: true),
                error_code = table.Column<string>("text", nullable: true),
                error_message = table.Column<string>("text", nullable: true),
                retry_after = table.Column<double>("double precision", nullable: true),
                error_retryable = table.Column<bool>("boolean", nullable: false),
                input_tokens = table.Column<long>("bigint", nullable: true),
                output_tokens = table.Column<long>("bigint", nullable: true),
                created_at = table.Column<DateTimeOffset>("timestamp with time zone", nullable: false),
                completed_at = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_messages", e => new { e.tenant_id, e.id });
                table.ForeignKey(
                    "fk_messages_conversations_tenant_id_conversation_id",
                    e => new { e.tenant_id, e.conversation_id },
                    "conversations", ["tenant_id", "id"], Schema, onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            "ix_messages_tenant_id_conversation_id_sequence", "messages",
            ["tenant_id", "conversation_id", "sequence"], Schema, unique: true);
        migration.CreateIndex(
            CoachingDbContext.OneStreamingIndex, "messages",
            ["tenant_id", "conversation_id"], Schema, unique: true, filter: "status = 'Streaming'");
        migration.CreateIndex(
            CoachingDbContext.IdempotencyIndex, "messages",
            ["tenant_id", "conversation_id", "idempotency_key"], Schema, unique: true, filter: "idempotency_key is not null");
    }
}
