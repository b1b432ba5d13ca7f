using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>Counts what accounts hold, and finds the latest trades of one account among a million of others.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001500_AccountTotals")]
internal sealed class AccountTotalsTable : Migration
{
    private const string Schema = "journal";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "account_totals",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                account_id = table.Column<Guid>(type: "uuid", nullable: false),
                trades = table.Column<int>(type: "integer", nullable: false),
                executions = table.Column<int>(type: "integer", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_account_totals", row => new { row.tenant_id, row.account_id });
                table.ForeignKey(
                    name: "fk_account_totals_accounts_tenant_id_account_id",
                    columns: row => new { row.tenant_id, row.account_id },
                    principalSchema: Schema,
                    principalTable: "accounts",
                    principalColumns: ["tenant_id", "id"],
                    onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex(
            name: "ix_round_trips_tenant_id_account_id_closed_at_id",
            schema: Schema,
            table: "round_trips",
            columns: ["tenant_id", "account_id", "closed_at", "id"]);
        Fill(migrationBuilder);
        migrationBuilder.EnableTenantIsolation(Schema, "account_totals");
        Count(migrationBuilder, "round_trips", "trades");
        Count(migrationBuilder, "executions", "executions");
    }

    // Row-level security binds the owner too, and a migration has no tenant: it is lifted for the one statement.
    private static void Fill(MigrationBuilder migration) => migration.Sql("""
        alter table journal.accounts no force row level security;
        alter table journal.round_trips no force row level security;
        alter table journal.executions no force row level security;
        insert into journal.account_totals (tenant_id, account_id, trades, executions)
        select a.tenant_id, a.id, coalesce(t.count, 0), coalesce(e.count, 0)
        from journal.accounts a
        left join (select tenant_id, account_id, count(*)::int from journal.round_trips group by tenant_id, account_id) t on t.tenant_id = a.tenant_id and t.account_id = a.id
        left join (select tenant_id, account_id, count(*)::int from journal.executions group by tenant_id, account_id) e on e.tenant_id = a.tenant_id and e.account_id = a.id;
        alter table journal.executions force row level security;
        alter table journal.round_trips force row level security;
        alter table journal.accounts force row level security;
        """);

    // Once per statement, like the revisions, and like them for nobody where no tenant is set.
    private static void Count(MigrationBuilder migration, string table, string column) => migration.Sql($"""
        create function journal.count_{table}_in() returns trigger language plpgsql as $$
        begin
            if nullif(current_setting('app.tenant_id', true), '') is not null then
                insert into journal.account_totals as a (tenant_id, account_id, trades, executions)
                select tenant_id, account_id, {(column == "trades" ? "count(*)" : "0")}, {(column == "executions" ? "count(*)" : "0")}
                from changed group by tenant_id, account_id
                on conflict (tenant_id, account_id) do update set {column} = a.{column} + excluded.{column};
            end if;
            return null;
        end
        $$;
        create function journal.count_{table}_out() returns trigger language plpgsql as $$
        begin
            if nullif(current_setting('app.tenant_id', true), '') is not null then
                update journal.account_totals a set {column} = a.{column} - gone.number
                from (select tenant_id, account_id, count(*)::int as number from changed group by tenant_id, account_id) gone
                where a.tenant_id = gone.tenant_id and a.account_id = gone.account_id;
            end if;
            return null;
        end
        $$;
        create trigger count_in after insert on journal.{table} referencing new table as changed for each statement execute function journal.count_{table}_in();
        create trigger count_out after delete on journal.{table} referencing old table as changed for each statement execute function journal.count_{table}_out();
        """);
}
