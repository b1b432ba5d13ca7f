using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AIWendy.Plugins.Journal.Data.Migrations;

/// <summary>Counts the changes of each person's journal.</summary>
[DbContext(typeof(JournalDbContext))]
[Migration("20261123001200_Revisions")]
internal sealed class Revisions : Migration
{
    private const string Schema = "journal";

    /// <summary>Tables whose rows name the person.</summary>
    private static readonly string[] Tables = ["accounts", "round_trips"];

    /// <summary>
    /// Counts once per statement. Without a tenant, as when the owner of the database repairs something, there is nobody
    /// to count for. A removal begins no count, so that nothing remains of a person who is erased; a count begins with
    /// the time, so that it never meets one that was there before.
    /// </summary>
    public static string Count(string table) => $"""
        create trigger count_inserted after insert on journal.{table} referencing new table as changed for each statement execute function journal.count_revision();
        create trigger count_updated after update on journal.{table} referencing new table as changed for each statement execute function journal.count_revision();
        create trigger count_deleted after delete on journal.{table} referencing old table as changed for each statement execute function journal.count_removal();
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "revisions",
            schema: Schema,
            columns: table => new
            {
                tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                user_id = table.Column<Guid>(type: "uuid", nullable: false),
                number = table.Column<long>(type: "bigint", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_revisions", row => new { row.tenant_id, row.user_id }));

        // Everybody who is there already begins to be counted. Row-level security binds the owner too, and a migration has
        // no tenant: it is lifted for the one statement.
        migrationBuilder.Sql("""
            alter table journal.accounts no force row level security;
            insert into journal.revisions (tenant_id, user_id, number) select distinct tenant_id, user_id, 1 from journal.accounts;
            alter table journal.accounts force row level security;
            """);
        migrationBuilder.EnableTenantIsolation(Schema, "revisions");
        migrationBuilder.Sql("""
            create function journal.count_revision() returns trigger language plpgsql as $$
            begin
                if nullif(current_setting('app.tenant_id', true), '') is not null then
                    insert into journal.revisions as r (tenant_id, user_id, number)
                    select c.tenant_id, c.user_id, (extract(epoch from clock_timestamp()) * 1000000)::bigint from (select distinct tenant_id, user_id from changed) c
                    on conflict (tenant_id, user_id) do update set number = r.number + 1;
                end if;
                return null;
            end
            $$;
            create function journal.count_removal() returns trigger language plpgsql as $$
            begin
                if nullif(current_setting('app.tenant_id', true), '') is not null then
                    update journal.revisions r set number = r.number + 1
                    from (select distinct tenant_id, user_id from changed) c where r.tenant_id = c.tenant_id and r.user_id = c.user_id;
                end if;
                return null;
            end
            $$;
            """);
        foreach (string table in Tables)
        {
            migrationBuilder.Sql(Count(table));
        }
    }
}
