using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Accounts.Migrations;

[DbContext(typeof(AccountsDbContext))]
[Migration("20261123000001_Initial")]
internal sealed class Initial : Migration
{
    private const string Schema = "accounts";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateUsers(migrationBuilder);
        CreateSessions(migrationBuilder);
        CreateSignInAttempts(migrationBuilder);
        migrationBuilder.EnableTenantIsolation(Schema, "users");
        migrationBuilder.EnableTenantIsolation(Schema, "sessions");
        migrationBuilder.EnableTenantIsolation(Schema, "sign_in_attempts");
    }

    private static void CreateUsers(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "users",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                email = table.Column<string>(type: "text", nullable: false),
                normalized_email = table.Column<string>(type: "text", nullable: false),
                password_hash = table.Column<string>(type: "text", nullable: true),
                security_stamp = table.Column<string>(type: "text", nullable: false),
                concurrency_stamp = table.Column<string>(type: "text", nullable: false),
                display_name = table.Column<string>(type: "text", nullable: true),
                language = table.Column<string>(type: "text", nullable: true),
                time_zone = table.Column<string>(type: "text", nullable: true),
                role = table.Column<string>(type: "text", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_users", row => new { row.tenant_id, row.id }));
        migration.CreateIndex(
            name: "ix_users_tenant_id_normalized_email",
            schema: Schema,
            table: "users",
            columns: ["tenant_id", "normalized_email"],
            unique: true);
    }

    private static void CreateSessions(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "sessions",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                user_agent = table.Column<string>(type: "text", nullable: true),
                address = table.Column<string>(type: "text", nullable: true),
                revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sessions", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_sessions_users_tenant_id_user_id",
                    columns: row => new { row.tenant_id, row.user_id },
                    principalSchema: Schema,
                    principalTable: "users",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_sessions_tenant_id_token_hash",
            schema: Schema,
            table: "sessions",
            columns: ["tenant_id", "token_hash"],
            unique: true);
        migration.CreateIndex(
            name: "ix_sessions_tenant_id_user_id",
            schema: Schema,
            table: "sessions",
            columns: ["tenant_id", "user_id"]);
    }

    private static void CreateSignInAttempts(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "sign_in_attempts",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                account_key = table.Column<string>(type: "text", nullable: false),
                address = table.Column<string>(type: "text", nullable: false),
                at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_sign_in_attempts", row => new { row.tenant_id, row.id }));
        migration.CreateIndex(
            name: "ix_sign_in_attempts_tenant_id_account_key_address_at",
            schema: Schema,
            table: "sign_in_attempts",
            columns: ["tenant_id", "account_key", "address", "at"]);
        migration.CreateIndex(
            name: "ix_sign_in_attempts_tenant_id_at",
            schema: Schema,
            table: "sign_in_attempts",
            columns: ["tenant_id", "at"]);
    }
}
