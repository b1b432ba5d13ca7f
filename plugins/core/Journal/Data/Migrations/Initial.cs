using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

[DbContext(typeof(JournalDbContext))]
[Migration("20261123000001_Initial")]
internal sealed class Initial : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateAccounts(migrationBuilder);
        CreateImportBatches(migrationBuilder);
        CreateExecutions(migrationBuilder);
        CreateRoundTrips(migrationBuilder);
        CreateRoundTripFills(migrationBuilder);
        CreateOpenPositions(migrationBuilder);
        migrationBuilder.EnableTenantIsolation(Schema, "accounts");
        migrationBuilder.EnableTenantIsolation(Schema, "import_batches");
        migrationBuilder.EnableTenantIsolation(Schema, "executions");
        migrationBuilder.EnableTenantIsolation(Schema, "round_trips");
        migrationBuilder.EnableTenantIsolation(Schema, "round_trip_fills");
        migrationBuilder.EnableTenantIsolation(Schema, "open_positions");
    }

    private static void CreateAccounts(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "accounts",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                name = table.Column<string>(type: "text", nullable: false),
                external_name = table.Column<string>(type: "text", nullable: true),
                currency = table.Column<string>(type: "text", nullable: false),
                time_zone = table.Column<string>(type: "text", nullable: false),
                start_balance = table.Column<decimal>(type: "numeric", nullable: false),
                is_sample = table.Column<bool>(type: "boolean", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_accounts", row => new { row.tenant_id, row.id }));
        migration.CreateIndex(
            name: "ix_accounts_tenant_id_user_id_external_name",
            schema: Schema,
            table: "accounts",
            columns: ["tenant_id", "user_id", "external_name"], unique: true);
    }

    private static void CreateImportBatches(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "import_batches",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: true),
                file_name = table.Column<string>(type: "text", nullable: false),
                sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                size = table.Column<long>(type: "bigint", nullable: false),
                content = table.Column<byte[]>(type: "bytea", nullable: false),
                format = table.Column<string>(type: "text", nullable: false),
                time_zone = table.Column<string>(type: "text", nullable: false),
                currency = table.Column<string>(type: "text", nullable: false),
                state = table.Column<string>(type: "text", nullable: false),
                executions = table.Column<int>(type: "integer", nullable: false),
                duplicates = table.Column<int>(type: "integer", nullable: false),
                summary = table.Column<string>(type: "text", nullable: false),
                created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                committed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_import_batches", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_import_batches_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_import_batches_tenant_id_user_id_id",
            schema: Schema,
            table: "import_batches",
            columns: ["tenant_id", "user_id", "id"]);
        migration.CreateIndex(
            name: "ix_import_batches_tenant_id_account_id",
            schema: Schema,
            table: "import_batches",
            columns: ["tenant_id", "account_id"]);
    }

    private static void CreateExecutions(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "executions",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                row = table.Column<int>(type: "integer", nullable: false),
                dedupe_key = table.Column<string>(type: "text", nullable: false),
                broker_id = table.Column<string>(type: "text", nullable: true),
                symbol = table.Column<string>(type: "text", nullable: false),
                kind = table.Column<string>(type: "text", nullable: false),
                side = table.Column<string>(type: "text", nullable: false),
                quantity = table.Column<decimal>(type: "numeric", nullable: false),
                price = table.Column<decimal>(type: "numeric", nullable: false),
                fee = table.Column<decimal>(type: "numeric", nullable: false),
                currency = table.Column<string>(type: "text", nullable: false),
                multiplier = table.Column<decimal>(type: "numeric", nullable: false),
                executed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                sequence = table.Column<long>(type: "bigint", nullable: false),
                pairing = table.Column<string>(type: "text", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_executions", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_executions_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
                table.ForeignKey(
                    name: "fk_executions_import_batches_tenant_id_batch_id",
                    columns: row => new { row.tenant_id, row.batch_id },
                    principalSchema: Schema,
                    principalTable: "import_batches",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_executions_tenant_id_account_id_dedupe_key",
            schema: Schema,
            table: "executions",
            columns: ["tenant_id", "account_id", "dedupe_key"], unique: true);
        migration.CreateIndex(
            name: "ix_executions_tenant_id_account_id_symbol",
            schema: Schema,
            table: "executions",
            columns: ["tenant_id", "account_id", "symbol"]);
        migration.CreateIndex(
            name: "ix_executions_tenant_id_batch_id",
            schema: Schema,
            table: "executions",
            columns: ["tenant_id", "batch_id"]);
    }

    private static void CreateRoundTrips(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "round_trips",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                number = table.Column<int>(type: "integer", nullable: false),
                opening_execution_id = table.Column<Guid>(type: "uuid", nullable: false),
                symbol = table.Column<string>(type: "text", nullable: false),
                side = table.Column<string>(type: "text", nullable: false),
                quantity = table.Column<decimal>(type: "numeric", nullable: false),
                entry_price = table.Column<decimal>(type: "numeric", nullable: false),
                exit_price = table.Column<decimal>(type: "numeric", nullable: false),
                multiplier = table.Column<decimal>(type: "numeric", nullable: false),
                gross = table.Column<decimal>(type: "numeric", nullable: false),
                fees = table.Column<decimal>(type: "numeric", nullable: false),
                net = table.Column<decimal>(type: "numeric", nullable: false),
                currency = table.Column<string>(type: "text", nullable: false),
                opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                closed_on = table.Column<DateOnly>(type: "date", nullable: false),
                fill_count = table.Column<int>(type: "integer", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_round_trips", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_round_trips_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_round_trips_tenant_id_user_id_number",
            schema: Schema,
            table: "round_trips",
            columns: ["tenant_id", "user_id", "number"], unique: true);
        migration.CreateIndex(
            name: "ix_round_trips_tenant_id_user_id_closed_at_id",
            schema: Schema,
            table: "round_trips",
            columns: ["tenant_id", "user_id", "closed_at", "id"]);
        migration.CreateIndex(
            name: "ix_round_trips_tenant_id_user_id_net_id",
            schema: Schema,
            table: "round_trips",
            columns: ["tenant_id", "user_id", "net", "id"]);
        migration.CreateIndex(
            name: "ix_round_trips_tenant_id_account_id_symbol",
            schema: Schema,
            table: "round_trips",
            columns: ["tenant_id", "account_id", "symbol"]);
    }

    private static void CreateRoundTripFills(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "round_trip_fills",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                round_trip_id = table.Column<Guid>(type: "uuid", nullable: false),
                ordinal = table.Column<int>(type: "integer", nullable: false),
                execution_id = table.Column<Guid>(type: "uuid", nullable: false),
                quantity = table.Column<decimal>(type: "numeric", nullable: false),
                fee = table.Column<decimal>(type: "numeric", nullable: false),
                opens = table.Column<bool>(type: "boolean", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_round_trip_fills", row => new { row.tenant_id, row.round_trip_id, row.ordinal });
                table.ForeignKey(
                    name: "fk_round_trip_fills_round_trips_tenant_id_round_trip_id",
                    columns: row => new { row.tenant_id, row.round_trip_id },
                    principalSchema: Schema,
                    principalTable: "round_trips",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
    }

    private static void CreateOpenPositions(MigrationBuilder migration)
    {
        migration.CreateTable(
            name: "open_positions",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                symbol = table.Column<string>(type: "text", nullable: false),
                currency = table.Column<string>(type: "text", nullable: false),
                side = table.Column<string>(type: "text", nullable: false),
                quantity = table.Column<decimal>(type: "numeric", nullable: false),
                average_price = table.Column<decimal>(type: "numeric", nullable: false),
                multiplier = table.Column<decimal>(type: "numeric", nullable: false),
                opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                realised_gross = table.Column<decimal>(type: "numeric", nullable: false),
                realised_fees = table.Column<decimal>(type: "numeric", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_open_positions", row => new { row.tenant_id, row.id });
                table.ForeignKey(
                    name: "fk_open_positions_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex(
            name: "ix_open_positions_tenant_id_user_id",
            schema: Schema,
            table: "open_positions",
            columns: ["tenant_id", "user_id"]);
        migration.CreateIndex(
            name: "ix_open_positions_tenant_id_account_id_symbol",
            schema: Schema,
            table: "open_positions",
            columns: ["tenant_id", "account_id", "symbol"]);
    }
}
