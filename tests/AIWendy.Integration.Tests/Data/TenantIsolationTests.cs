using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;
using NSubstitute;

namespace AIWendy.Integration.Tests.Data;

/// <summary>What one tenant may try against another with raw SQL, as the role that the application works with.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TenantIsolationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Guid Mine = Guid.CreateVersion7();
    private static readonly Guid Theirs = Guid.CreateVersion7();

    private HostDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await postgres.StartDatabaseAsync();
        await database.PrepareSchemaAsync("sample", CancellationToken.None);
        await using NpgsqlConnection owner = await database.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync($"""
            create table sample.note (tenant_id uuid not null, id uuid not null default gen_random_uuid(), body text, primary key (tenant_id, id));
            create table sample.reply (tenant_id uuid not null, id uuid not null default gen_random_uuid(), note_id uuid not null,
                primary key (tenant_id, id), foreign key (tenant_id, note_id) references sample.note (tenant_id, id) on delete cascade);
            {TenantMigrations.Statements("sample", "note")}
            {TenantMigrations.Statements("sample", "reply")}
            """, CancellationToken.None);
        foreach (Guid tenant in new[] { Mine, Theirs })
        {
            await using TenantTransaction transaction = await BeginAsync(tenant);
            await using NpgsqlCommand insert = transaction.Command("insert into sample.note (tenant_id, body) values ($1, 'of ' || $1)");
            insert.Parameters.AddWithValue(tenant);
            await insert.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_tenant_reads_his_own_rows_only()
    {
        await using TenantTransaction transaction = await BeginAsync(Mine);
        (await ReadAsync(transaction, "select string_agg(body, ',') from sample.note")).Should().Be($"of {Mine}");
        (await ReadAsync(transaction, $"select count(*) from sample.note where tenant_id = '{Theirs}'")).Should().Be(0L);
        (await ReadAsync(transaction, "select count(*) from sample.note where true or tenant_id is null")).Should().Be(1L);
    }

    [Fact]
    public async Task Without_a_tenant_there_is_nothing_to_read_and_nothing_to_write()
    {
        await using NpgsqlCommand count = database.Application.CreateCommand("select count(*) from sample.note");
        (await count.ExecuteScalarAsync()).Should().Be(0L);
        await Refused(() => database.Application.CreateCommand($"insert into sample.note (tenant_id, body) values ('{Mine}', 'x')").ExecuteNonQueryAsync(), "42501");
    }

    [Fact]
    public async Task The_tenant_leaves_the_connection_with_the_transaction()
    {
        for (int i = 0; i < 40; i++)
        {
            await using (TenantTransaction transaction = await BeginAsync(i % 2 == 0 ? Mine : Theirs))
            {
                (await ReadAsync(transaction, "select count(*) from sample.note")).Should().Be(1L);
                if (i % 3 == 0)
                {
                    await transaction.CommitAsync();
                }
            }

            await using NpgsqlCommand after = database.Application.CreateCommand("select coalesce(current_setting('app.tenant_id', true), '')");
            (await after.ExecuteScalarAsync()).Should().Be(string.Empty);
        }
    }

    [Theory]
    [InlineData("insert into sample.note (tenant_id, body) values ('{theirs}', 'planted')", "42501")]
    [InlineData("update sample.note set tenant_id = '{theirs}'", "42501")]
    [InlineData("insert into sample.reply (tenant_id, note_id) values ('{mine}', (select '{their_note}'::uuid))", "23503")]
    [InlineData("set local row_security = off; select * from sample.note", "42501")]
    [InlineData("truncate sample.note", "42501")]
    [InlineData("alter table sample.note disable row level security", "42501")]
    [InlineData("drop policy tenant on sample.note", "42501")]
    [InlineData("create view sample.v as select 1", "42501")]
    [InlineData("create table aiwendy.x (id int)", "42501")]
    [InlineData("set role test_owner", "42501")]
    [InlineData("copy sample.note to program 'true'", "42501")]
    [InlineData("select pg_read_file('PG_VERSION')", "42501")]
    [InlineData("insert into aiwendy.tenants (id, name) values (gen_random_uuid(), 'x')", "42501")]
    [InlineData("update aiwendy.data_protection_keys set xml = ''", "42501")]
    [InlineData("select * from aiwendy.schema_migrations", "42501")]
    public async Task Every_attack_by_sql_is_refused(string attack, string state)
    {
        string theirNote;
        await using (TenantTransaction theirs = await BeginAsync(Theirs))
        {
            theirNote = ((Guid)(await ReadAsync(theirs, "select id from sample.note limit 1"))!).ToString();
        }

        await using TenantTransaction transaction = await BeginAsync(Mine);
        string statement = attack
            .Replace("{mine}", Mine.ToString(), StringComparison.Ordinal)
            .Replace("{theirs}", Theirs.ToString(), StringComparison.Ordinal)
            .Replace("{their_note}", theirNote, StringComparison.Ordinal);
        await Refused(() => transaction.Command(statement).ExecuteNonQueryAsync(), state);
    }

    [Theory]
    [InlineData("update sample.note set body = 'changed'")]
    [InlineData("delete from sample.note")]
    public async Task A_write_without_a_condition_touches_own_rows_only(string statement)
    {
        await using (TenantTransaction transaction = await BeginAsync(Mine))
        {
            (await transaction.Command(statement).ExecuteNonQueryAsync()).Should().Be(1);
            await transaction.CommitAsync();
        }

        await using TenantTransaction theirs = await BeginAsync(Theirs);
        (await ReadAsync(theirs, "select string_agg(body, ',') from sample.note")).Should().Be($"of {Theirs}");
    }

    [Fact]
    public async Task Interleaved_tenants_on_few_connections_never_see_each_other()
    {
        Task[] tasks = [.. Enumerable.Range(0, 200).Select(async number =>
        {
            Guid tenant = number % 2 == 0 ? Mine : Theirs;
            await using TenantTransaction transaction = await BeginAsync(tenant);
            (await ReadAsync(transaction, "select min(body) from sample.note")).Should().Be($"of {tenant}");
            if (number % 5 == 0)
            {
                await Refused(() => transaction.Command("select 1 / 0").ExecuteNonQueryAsync(), "22012");
            }
        })];
        await Task.WhenAll(tasks);
    }

    private async Task<TenantTransaction> BeginAsync(Guid tenant)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = tenant });
        return await new TenantDatabase(database, new CallContext(Substitute.For<IPermissionCatalogue>())).BeginAsync();
    }

    private static async Task<object?> ReadAsync(TenantTransaction transaction, string query)
    {
        await using NpgsqlCommand command = transaction.Command(query);
        return await command.ExecuteScalarAsync();
    }

    private static async Task Refused(Func<Task> act, string state) =>
        (await act.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(state);
}
