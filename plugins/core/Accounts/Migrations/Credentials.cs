using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Accounts.Migrations;

[DbContext(typeof(AccountsDbContext))]
[Migration("20261123001500_Credentials")]
internal sealed class Credentials : Migration
{
    private const string Schema = "accounts";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ExtendUsers(migrationBuilder);
        CreateRecoveryCodes(migrationBuilder);
        CreatePasskeys(migrationBuilder);
        CreateAccessTokens(migrationBuilder);
        CreateTickets(migrationBuilder);
        CreateMail(migrationBuilder);
        CreateInvitations(migrationBuilder);
        CreateAvatars(migrationBuilder);
    }

    private static void ExtendUsers(MigrationBuilder migration)
    {
        migration.AddColumn<DateTimeOffset>(name: "email_confirmed_at", schema: Schema, table: "users", type: "timestamp with time zone", nullable: true);
        migration.AddColumn<DateTimeOffset>(name: "disabled_at", schema: Schema, table: "users", type: "timestamp with time zone", nullable: true);
        migration.AddColumn<DateTimeOffset>(name: "deletion_due_at", schema: Schema, table: "users", type: "timestamp with time zone", nullable: true);
        migration.AddColumn<string>(name: "authenticator_key", schema: Schema, table: "users", type: "text", nullable: true);
        migration.AddColumn<DateTimeOffset>(name: "authenticator_confirmed_at", schema: Schema, table: "users", type: "timestamp with time zone", nullable: true);
        migration.AddColumn<long>(name: "authenticator_step", schema: Schema, table: "users", type: "bigint", nullable: true);
        migration.AddColumn<string>(name: "base_currency", schema: Schema, table: "users", type: "text", nullable: true);
        migration.AddColumn<string[]>(name: "markets", schema: Schema, table: "users", type: "text[]", nullable: true);
        migration.AddColumn<string>(name: "main_concern", schema: Schema, table: "users", type: "text", nullable: true);
        migration.AddColumn<string>(name: "preferred_coach_id", schema: Schema, table: "users", type: "text", nullable: true);
        migration.AddColumn<DateTimeOffset>(name: "avatar_changed_at", schema: Schema, table: "users", type: "timestamp with time zone", nullable: true);
    }

    private static void CreateRecoveryCodes(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "recovery_codes",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_recovery_codes", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_recovery_codes_users_tenant_id_user_id",
                    columns: row => new { row.tenant_id, row.user_id },
                    principalSchema: Schema,
                    principalTable: "users",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_recovery_codes_tenant_id_user_id",
            schema: Schema,
            table: "recovery_codes",
            columns: ["tenant_id", "user_id"]);
        migration.EnableTenantIsolation(Schema, "recovery_codes");
    }

    private static void CreatePasskeys(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "passkeys",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                credential_id = table.Column<byte[]>(type: "bytea", nullable: false),
                public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                sign_count = table.Column<long>(type: "bigint", nullable: false),
                transports = table.Column<string[]>(type: "text[]", nullable: true),
                is_user_verified = table.Column<bool>(type: "boolean", nullable: false),
                is_backup_eligible = table.Column<bool>(type: "boolean", nullable: false),
                is_backed_up = table.Column<bool>(type: "boolean", nullable: false),
                attestation_object = table.Column<byte[]>(type: "bytea", nullable: false),
                client_data_json = table.Column<byte[]>(type: "bytea", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_passkeys", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_passkeys_users_tenant_id_user_id",
                    columns: row => new { row.tenant_id, row.user_id },
                    principalSchema: Schema,
                    principalTable: "users",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_passkeys_tenant_id_credential_id",
            schema: Schema,
            table: "passkeys",
            columns: ["tenant_id", "credential_id"],
            unique: true);
        migration.CreateIndex(
            name: "ix_passkeys_tenant_id_user_id",
            schema: Schema,
            table: "passkeys",
            columns: ["tenant_id", "user_id"]);
        migration.EnableTenantIsolation(Schema, "passkeys");
    }

    private static void CreateAccessTokens(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "access_tokens",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                hint = table.Column<string>(type: "text", nullable: false),
                scopes = table.Column<string[]>(type: "text[]", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_access_tokens", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_access_tokens_users_tenant_id_user_id",
                    columns: row => new { row.tenant_id, row.user_id },
                    principalSchema: Schema,
                    principalTable: "users",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_access_tokens_tenant_id_token_hash",
            schema: Schema,
            table: "access_tokens",
            columns: ["tenant_id", "token_hash"],
            unique: true);
        migration.CreateIndex(
            name: "ix_access_tokens_tenant_id_user_id",
            schema: Schema,
            table: "access_tokens",
            columns: ["tenant_id", "user_id"]);
        migration.EnableTenantIsolation(Schema, "access_tokens");
    }

    private static void CreateTickets(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "tickets",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: true),
                purpose = table.Column<string>(type: "text", nullable: false),
                token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                payload = table.Column<string>(type: "text", nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_tickets", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_tickets_users_tenant_id_user_id",
                    columns: row => new { row.tenant_id, row.user_id },
                    principalSchema: Schema,
                    principalTable: "users",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_tickets_tenant_id_token_hash",
            schema: Schema,
            table: "tickets",
            columns: ["tenant_id", "token_hash"],
            unique: true);
        migration.CreateIndex(
            name: "ix_tickets_tenant_id_user_id",
            schema: Schema,
            table: "tickets",
            columns: ["tenant_id", "user_id"]);
        migration.EnableTenantIsolation(Schema, "tickets");
    }

    private static void CreateMail(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "mail",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: true),
                recipient = table.Column<string>(type: "text", nullable: false),
                subject = table.Column<string>(type: "text", nullable: false),
                body = table.Column<string>(type: "text", nullable: true),
                state = table.Column<string>(type: "text", nullable: false),
                error = table.Column<string>(type: "text", nullable: true),
                attempts = table.Column<int>(type: "integer", nullable: false),
                next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_mail", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_mail_users_tenant_id_user_id",
                    columns: row => new { row.tenant_id, row.user_id },
                    principalSchema: Schema,
                    principalTable: "users",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_mail_tenant_id_user_id",
            schema: Schema,
            table: "mail",
            columns: ["tenant_id", "user_id"]);
        migration.EnableTenantIsolation(Schema, "mail");
    }

    private static void CreateInvitations(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "invitations",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                email = table.Column<string>(type: "text", nullable: false),
                role = table.Column<string>(type: "text", nullable: false),
                token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_invitations", row => new { row.tenant_id, row.id }));
        migration.CreateIndex(
            name: "ix_invitations_tenant_id_token_hash",
            schema: Schema,
            table: "invitations",
            columns: ["tenant_id", "token_hash"],
            unique: true);
        migration.EnableTenantIsolation(Schema, "invitations");
    }

    private static void CreateAvatars(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "avatars",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                media_type = table.Column<string>(type: "text", nullable: false),
                content = table.Column<byte[]>(type: "bytea", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_avatars", row => new { row.tenant_id, row.user_id });
                table.ForeignKey(
                    name: "fk_avatars_users_tenant_id_user_id",
                    columns: row => new { row.tenant_id, row.user_id },
                    principalSchema: Schema,
                    principalTable: "users",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.EnableTenantIsolation(Schema, "avatars");
    }
}
