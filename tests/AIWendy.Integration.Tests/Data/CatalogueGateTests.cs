using AIWendy.Host.Data;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Integration.Tests.Data;

[Collection(PostgresCollection.Name)]
public sealed class CatalogueGateTests(PostgresFixture postgres)
{
    private const string Columns = "tenant_id uuid not null, id uuid not null, body text";

    [Fact]
    public async Task The_hosts_own_schema_is_closed()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        (await FaultsAsync(database)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_table_made_as_the_sdk_makes_it_is_closed()
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await PlantAsync(database, $"create table sample.note ({Columns}, primary key (tenant_id, id)); {TenantMigrations.Statements("sample", "note")}");
        (await FaultsAsync(database)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("create table sample.open (id int primary key)", "has no column tenant_id")]
    [InlineData($"create table sample.note ({Columns}, primary key (tenant_id, id))", "does not force row-level security")]
    [InlineData($"create table sample.note ({Columns}, primary key (tenant_id, id)); alter table sample.note enable row level security", "does not force row-level security")]
    [InlineData($"create table sample.note ({Columns}, primary key (tenant_id, id)); alter table sample.note enable row level security; alter table sample.note force row level security; create policy p on sample.note using (true)", "has no restrictive policy")]
    [InlineData($"create table sample.note ({Columns}, primary key (tenant_id, id)); alter table sample.note enable row level security; alter table sample.note force row level security; create policy p on sample.note using (true); create policy t on sample.note as restrictive using (tenant_id is not null)", "has no restrictive policy")]
    [InlineData($"create table sample.note ({Columns}, primary key (tenant_id, id)); alter table sample.note enable row level security; alter table sample.note force row level security; create policy p on sample.note using (true); create policy t on sample.note as restrictive for select using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))", "has no restrictive policy")]
    public async Task An_open_table_is_found(string statements, string fault)
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await PlantAsync(database, statements);
        (await FaultsAsync(database)).Should().Contain(found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alter table sample.note disable row level security", "does not force row-level security")]
    [InlineData("alter table sample.note no force row level security", "does not force row-level security")]
    [InlineData("drop policy tenant on sample.note", "has no restrictive policy")]
    [InlineData("drop policy base on sample.note", "has no permissive policy")]
    [InlineData("create unique index on sample.note (body)", "unique index")]
    [InlineData("create unique index on sample.note (body, tenant_id)", "unique index")]
    [InlineData("alter table sample.note drop constraint note_pkey", "has no primary key")]
    [InlineData("alter table sample.note drop constraint note_pkey, alter tenant_id drop not null", "not \"uuid not null\"")]
    [InlineData("alter table sample.note add parent uuid, add other uuid, add unique (tenant_id, parent, other), add foreign key (other, parent) references sample.note (tenant_id, id)", "foreign key")]
    [InlineData("create view sample.all_notes as select * from sample.note", "is a view")]
    [InlineData("create materialized view sample.copy as select * from sample.note", "materialised view")]
    [InlineData("create function sample.count() returns bigint language sql security definer as 'select count(*) from sample.note'", "is a function")]
    [InlineData("grant truncate on sample.note to aiwendy_app", "truncate")]
    [InlineData("grant create on schema sample to aiwendy_app", "may create objects")]
    [InlineData("create table sample.part partition of sample.split for values from ('2026-01-01') to ('2027-01-01')", "sample.part does not force")]
    public async Task Every_planted_fault_is_found(string statements, string fault)
    {
        await using HostDatabase database = await postgres.StartDatabaseAsync();
        await PlantAsync(database, $"""
            create table sample.note ({Columns}, primary key (tenant_id, id)); {TenantMigrations.Statements("sample", "note")}
            create table sample.split (tenant_id uuid not null, at date not null, primary key (tenant_id, at)) partition by range (at); {TenantMigrations.Statements("sample", "split")}
            """);
        (await FaultsAsync(database)).Should().BeEmpty();

        await PlantAsync(database, statements.Replace("aiwendy_app", Sql.Name(database.ApplicationRole), StringComparison.Ordinal));
        (await FaultsAsync(database)).Should().Contain(found => found.Contains(fault, StringComparison.Ordinal));
    }

    private static async Task PlantAsync(HostDatabase database, string statements)
    {
        await database.PrepareSchemaAsync("sample", CancellationToken.None);
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync(statements, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(HostDatabase database)
    {
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync();
        return [.. (await CatalogueGate.FindAsync(owner, database.ApplicationRole, CancellationToken.None)).Select(fault => fault.ToString())];
    }
}
