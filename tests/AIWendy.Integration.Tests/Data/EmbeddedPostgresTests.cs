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
    public async Task A_server_that_runs_already_is_used_and_left_alone_by_a_second_process()
    {
        await using HostDatabase first = await StartAsync();
        await using (HostDatabase second = await StartAsync())
        {
            (await second.CheckAsync(CancellationToken.None)).Should().BeNull();
        }

        (await first.CheckAsync(CancellationToken.None)).Should().BeNull();
    }

    private async Task<HostDatabase> StartAsync()
    {
        HostSettings settings = new() { DataFolder = folder };
        DataFolder dataFolder = new(settings);
        HostDatabase database = new(
            settings, new EmbeddedPostgres(settings, dataFolder, NullLogger<EmbeddedPostgres>.Instance), new SecretKeyStore(settings, dataFolder), NullLogger<HostDatabase>.Instance);
        await database.StartAsync(CancellationToken.None);
        return database;
    }
}
