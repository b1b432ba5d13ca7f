using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>What people write about trades, days and accounts, beside what their files say.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001400_Overlay")]
internal sealed class Overlay : Migration
{
    private const string Schema = "journal";
    private const string IsKept = "deleted_at is null";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ChangeAccounts(migrationBuilder);
        ChangeRoundTrips(migrationBuilder);
        CreateTradeAnnotations(migrationBuilder);
        CreateScreenshots(migrationBuilder);
        CreateCashMovements(migrationBuilder);
        CreatePlaybooks(migrationBuilder);
        CreateProjects(migrationBuilder);
        CreateDays(migrationBuilder);
        CreateSavedViews(migrationBuilder);
        CreateInstruments(migrationBuilder);
        string[] tables = ["trade_annotations", "screenshots", "cash_movements", "playbooks", "projects", "days", "saved_views", "instruments"];
        foreach (string table in tables)
        {
            migrationBuilder.EnableTenantIsolation(Schema, table);
        }
    }

    private static void ChangeAccounts(MigrationBuilder migration)
    {
        migration.AddColumn<string>(name: "broker", schema: Schema, table: "accounts", type: "text", nullable: true);
        migration.AddColumn<TimeOnly>(name: "day_cut_off", schema: Schema, table: "accounts", type: "time without time zone", nullable: true);
        migration.AddColumn<string>(name: "lot_method", schema: Schema, table: "accounts", type: "text", nullable: false, defaultValue: "Fifo");
        migration.AddColumn<decimal>(name: "breakeven_band", schema: Schema, table: "accounts", type: "numeric", nullable: false, defaultValue: 0m);
        migration.AddColumn<DateOnly>(name: "reset_on", schema: Schema, table: "accounts", type: "date", nullable: true);
    }

    // The owner is bound by row-level security too, and a migration has no tenant: it is lifted for the one statement.
    private static void ChangeRoundTrips(MigrationBuilder migration)
    {
        migration.AddColumn<string>(name: "opening_key", schema: Schema, table: "round_trips", type: "text", nullable: false, defaultValue: "");
        migration.Sql("""
            alter table journal.round_trips no force row level security;
            alter table journal.executions no force row level security;
            update journal.round_trips t set opening_key = e.dedupe_key
            from journal.executions e where e.tenant_id = t.tenant_id and e.id = t.opening_execution_id;
            alter table journal.executions force row level security;
            alter table journal.round_trips force row level security;
            """);
        migration.CreateIndex(
            name: "ix_round_trips_tenant_id_account_id_opening_key",
            schema: Schema,
            table: "round_trips",
            columns: ["tenant_id", "account_id", "opening_key"]);
    }

    private static void CreateTradeAnnotations(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "trade_annotations",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                opening_key = table.Column<string>(type: "text", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                note = table.Column<string>(type: "text", nullable: true),
                tags = table.Column<string[]>(type: "text[]", nullable: false),
                playbook_id = table.Column<Guid>(type: "uuid", nullable: true),
                criteria = table.Column<string[]>(type: "text[]", nullable: false),
                project_id = table.Column<Guid>(type: "uuid", nullable: true),
                planned_entry = table.Column<decimal>(type: "numeric", nullable: true),
                planned_stop = table.Column<decimal>(type: "numeric", nullable: true),
                planned_target = table.Column<decimal>(type: "numeric", nullable: true),
                mistakes = table.Column<string[]>(type: "text[]", nullable: false),
                emotion_before = table.Column<string>(type: "text", nullable: true),
                emotion_during = table.Column<string>(type: "text", nullable: true),
                emotion_after = table.Column<string>(type: "text", nullable: true),
                confidence = table.Column<int>(type: "integer", nullable: true),
                stress = table.Column<int>(type: "integer", nullable: true),
                rating = table.Column<int>(type: "integer", nullable: true),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_trade_annotations", row => new { row.tenant_id, row.account_id, row.opening_key });
                table.ForeignKey(
                    name: "fk_trade_annotations_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_trade_annotations_tenant_id_user_id_playbook_id",
            schema: Schema,
            table: "trade_annotations",
            columns: ["tenant_id", "user_id", "playbook_id"]);
        migration.CreateIndex(
            name: "ix_trade_annotations_tenant_id_user_id_project_id",
            schema: Schema,
            table: "trade_annotations",
            columns: ["tenant_id", "user_id", "project_id"]);
    }

    private static void CreateScreenshots(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "screenshots",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                opening_key = table.Column<string>(type: "text", nullable: false),
                content_type = table.Column<string>(type: "text", nullable: false),
                width = table.Column<int>(type: "integer", nullable: false),
                height = table.Column<int>(type: "integer", nullable: false),
                size = table.Column<int>(type: "integer", nullable: false),
                content = table.Column<byte[]>(type: "bytea", nullable: false),
                caption = table.Column<string>(type: "text", nullable: true),
                shapes = table.Column<string>(type: "jsonb", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_screenshots", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_screenshots_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_screenshots_tenant_id_account_id_opening_key",
            schema: Schema,
            table: "screenshots",
            columns: ["tenant_id", "account_id", "opening_key"]);
    }

    private static void CreateCashMovements(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "cash_movements",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                day = table.Column<DateOnly>(type: "date", nullable: false),
                kind = table.Column<string>(type: "text", nullable: false),
                amount = table.Column<decimal>(type: "numeric", nullable: false),
                currency = table.Column<string>(type: "text", nullable: false),
                note = table.Column<string>(type: "text", nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_cash_movements", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_cash_movements_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_cash_movements_tenant_id_account_id_day_id",
            schema: Schema,
            table: "cash_movements",
            columns: ["tenant_id", "account_id", "day", "id"]);
    }

    private static void CreatePlaybooks(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "playbooks",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                description = table.Column<string>(type: "text", nullable: true),
                criteria = table.Column<string>(type: "jsonb", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_playbooks", row => new { row.tenant_id, row.id }));
        migration.CreateIndex(
            name: "ix_playbooks_tenant_id_user_id_name",
            schema: Schema,
            table: "playbooks",
            columns: ["tenant_id", "user_id", "name"], unique: true, filter: IsKept);
    }

    private static void CreateProjects(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "projects",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                description = table.Column<string>(type: "text", nullable: true),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_projects", row => new { row.tenant_id, row.id }));
        migration.CreateIndex(
            name: "ix_projects_tenant_id_user_id_name",
            schema: Schema,
            table: "projects",
            columns: ["tenant_id", "user_id", "name"], unique: true, filter: IsKept);
    }

    private static void CreateDays(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "days",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                day = table.Column<DateOnly>(type: "date", nullable: false),
                plan = table.Column<string>(type: "text", nullable: true),
                review = table.Column<string>(type: "text", nullable: true),
                note = table.Column<string>(type: "text", nullable: true),
                mood = table.Column<int>(type: "integer", nullable: true),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_days", row => new { row.tenant_id, row.user_id, row.day }));
    }

    private static void CreateSavedViews(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "saved_views",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                query = table.Column<string>(type: "text", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_saved_views", row => new { row.tenant_id, row.id }));
        migration.CreateIndex(
            name: "ix_saved_views_tenant_id_user_id_name",
            schema: Schema,
            table: "saved_views",
            columns: ["tenant_id", "user_id", "name"], unique: true);
    }

    private static void CreateInstruments(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "instruments",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                symbol = table.Column<string>(type: "text", nullable: false),
                kind = table.Column<string>(type: "text", nullable: false),
                multiplier = table.Column<decimal>(type: "numeric", nullable: true),
                tick = table.Column<decimal>(type: "numeric", nullable: true),
                updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_instruments", row => new { row.tenant_id, row.user_id, row.symbol }));
    }
}
