using System.Diagnostics;
using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using AIWendy.Host.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AIWendy.Integration.Tests.Data;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "aiwendy-embedded-" + Path.GetRandomFileName());

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_new_data_folder_gets_a_migrated_database_and_keeps_its_rows_over_a_restart()
    {
        await using (HostDatabase first = await StartAsync())
        {
            await using NpgsqlCommand insert = first.Owner.CreateCommand("insert into aiwendy.tenants (id, name) values (gen_random_uuid(), 'kept')");
            await insert.ExecuteNonQueryAsync();
            await first.StopAsync(CancellationToken.None);
        }

        await using HostDatabase second = await StartAsync();
        await using NpgsqlCommand count = second.Application.CreateCommand("select count(*) from aiwendy.tenants where name = 'kept'");
        (await count.ExecuteScalarAsync()).Should().Be(1L);
        (await second.CheckAsync(CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task The_application_role_owns_nothing_and_changes_no_schema()
    {
        await using HostDatabase database = await StartAsync();
        Func<Task> create = () => database.Application.CreateCommand("create table aiwendy.own (id int)").ExecuteNonQueryAsync();
        Func<Task> write = () => database.Application.CreateCommand("insert into aiwendy.tenants (id, name) values (gen_random_uuid(), 'x')").ExecuteNonQueryAsync();
        Func<Task> truncate = () => database.Application.CreateCommand("truncate aiwendy.settings").ExecuteNonQueryAsync();
        (await create.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        (await write.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        (await truncate.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Passwords_are_readable_by_the_owner_of_the_folder_only()
    {
        await using HostDatabase database = await StartAsync();
        File.GetUnixFileMode(Path.Combine(folder, "postgres", "state.json")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_command_uses_the_server_of_a_running_host_and_leaves_it_alone()
    {
        await using HostDatabase first = await StartAsync();
        await using (HostDatabase second = await StartAsync(mayShare: true))
        {
            (await second.CheckAsync(CancellationToken.None)).Should().BeNull();
        }

        (await first.CheckAsync(CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused()
    {
        await using HostDatabase first = await StartAsync();
        Func<Task> second = () => StartAsync();
        (await second.Should().ThrowAsync<DatabaseException>()).WithMessage("Another AIWendy is using the data folder*AIWENDY_DATA*");
        (await first.CheckAsync(CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Without_programs_the_sentence_says_what_to_install()
    {
        string empty = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        Func<Task> start = () => StartAsync(new HostSettings { DataFolder = folder, PostgresBinFolder = empty });
        (await start.Should().ThrowAsync<DatabaseException>()).WithMessage("*apt-get install postgresql*AIWENDY_PG_BIN*DATABASE_URL*");
    }

    [Fact]
    public async Task A_cluster_of_another_version_is_never_opened_by_the_wrong_programs()
    {
        await using (HostDatabase database = await StartAsync())
        {
            await database.StopAsync(CancellationToken.None);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "postgres", "cluster", "PG_VERSION"), "14\n");
        Func<Task> start = () => StartAsync();
        (await start.Should().ThrowAsync<DatabaseException>()).WithMessage("*version 14, which made the data*postgresql-14*");
    }

    [Fact]
    public async Task A_server_that_was_killed_comes_back_by_itself_with_every_row()
    {
        await using HostDatabase database = await StartAsync();
        await using NpgsqlCommand insert = database.Owner.CreateCommand("insert into aiwendy.tenants (id, name) values (gen_random_uuid(), 'kept')");
        await insert.ExecuteNonQueryAsync();
        string cluster = Path.Combine(folder, "postgres", "cluster");
        int killed = ServerFiles.Read(cluster)!.Value.Process;
        using (Process server = Process.GetProcessById(killed))
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        Stopwatch watch = Stopwatch.StartNew();
        while (await database.CheckAsync(CancellationToken.None) is not null && watch.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(50);
        }

        await using NpgsqlCommand count = database.Application.CreateCommand("select count(*) from aiwendy.tenants where name = 'kept'");
        (await count.ExecuteScalarAsync()).Should().Be(1L);
        int restarted = ServerFiles.Read(cluster)!.Value.Process;
        restarted.Should().NotBe(killed);
        await database.StopAsync(CancellationToken.None);
        ServerFiles.IsAlive(restarted).Should().BeFalse();
    }

    private async Task<HostDatabase> StartAsync(HostSettings? given = null, bool mayShare = false)
    {
        HostSettings settings = given ?? new() { DataFolder = folder };
        DataFolder dataFolder = new(settings);
        HostDatabase database = new(
            settings, new EmbeddedPostgres(settings, dataFolder, NullLogger<EmbeddedPostgres>.Instance, mayShare), new SecretKeyStore(settings, dataFolder), NullLogger<HostDatabase>.Instance);
        await database.StartAsync(CancellationToken.None);
        return database;
    }
}
