using AIWendy.Host.Configuration;
using AIWendy.Host.Data;
using Npgsql;

namespace AIWendy.Integration.Tests.Data;

[Collection(PostgresCollection.Name)]
public sealed class ExternalDatabaseTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_application_role_is_made_and_works_again_after_a_restart()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        for (int start = 0; start < 2; start++)
        {
            await using HostDatabase database = await postgres.StartDatabaseAsync(settings);
            await using NpgsqlCommand who = database.Application.CreateCommand("select current_user::text");
            (await who.ExecuteScalarAsync()).Should().Be(database.ApplicationRole);
        }
    }

    [Fact]
    public async Task A_new_secret_key_gives_the_role_a_new_password()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        await (await postgres.StartDatabaseAsync(settings)).DisposeAsync();
        await using HostDatabase database = await postgres.StartDatabaseAsync(settings with { SecretKey = Convert.ToBase64String(Guid.NewGuid().ToByteArray()) + "0123456789" });
        (await database.CheckAsync(CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Replicas_that_start_together_migrate_once()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        await (await postgres.StartDatabaseAsync(settings)).DisposeAsync();
        await using (HostDatabase reset = await postgres.StartDatabaseAsync(settings))
        {
            await reset.Owner.CreateCommand("drop schema aiwendy cascade").ExecuteNonQueryAsync();
        }

        HostDatabase[] replicas = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => postgres.StartDatabaseAsync(settings)));
        await using NpgsqlCommand count = replicas[0].Owner.CreateCommand("select count(*) from aiwendy.schema_migrations");
        (await count.ExecuteScalarAsync()).Should().Be((long)HostMigrations.All.Count);
        foreach (HostDatabase replica in replicas)
        {
            await replica.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("alter role {role} superuser", "it is a superuser")]
    [InlineData("alter role {role} bypassrls", "it may bypass row-level security")]
    [InlineData("grant test_owner to {role}", "it is a member of the owner")]
    [InlineData("create table public.own (id int); alter table public.own owner to {role}", "it owns tables")]
    public async Task An_application_role_that_could_see_everything_is_refused(string plant, string reason)
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        string role;
        string databaseName = DatabaseAddress.Parse(settings.DatabaseUrl!).Database!;
        await using (HostDatabase first = await postgres.StartDatabaseAsync(settings))
        {
            role = first.ApplicationRole;
        }

        await using (NpgsqlConnection administrator = await postgres.ConnectAsAdministratorAsync(databaseName))
        {
            await administrator.ExecuteAsync(plant.Replace("{role}", Sql.Name(role), StringComparison.Ordinal), CancellationToken.None);
        }

        Func<Task> start = () => postgres.StartDatabaseAsync(settings);
        (await start.Should().ThrowAsync<DatabaseException>()).WithMessage($"*{role}*{reason}*");
    }

    [Fact]
    public async Task The_owner_himself_is_no_application_role()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        Func<Task> start = () => postgres.StartDatabaseAsync(settings with { DatabaseApplicationUrl = settings.DatabaseUrl });
        (await start.Should().ThrowAsync<DatabaseException>()).WithMessage("*it is the owner itself*");
    }

    [Fact]
    public async Task A_second_address_that_leads_elsewhere_is_refused()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        HostSettings other = await postgres.CreateDatabaseAsync();
        Func<Task> elsewhere = () => postgres.StartDatabaseAsync(settings with { DatabaseApplicationUrl = other.DatabaseUrl });
        (await elsewhere.Should().ThrowAsync<DatabaseException>()).WithMessage("DATABASE_APP_URL leads to another database than DATABASE_URL*");
        string unknown = new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(settings.DatabaseUrl!).ConnectionString) { Username = "nobody_at_all", Password = "topsecret" }.ConnectionString;
        Func<Task> stranger = () => postgres.StartDatabaseAsync(settings with { DatabaseApplicationUrl = unknown });
        (await stranger.Should().ThrowAsync<DatabaseException>()).Which.Message.Should().StartWith("The server of DATABASE_APP_URL").And.NotContain("topsecret");
    }

    [Fact]
    public async Task An_owner_who_may_not_make_roles_is_told_what_to_run()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        NpgsqlConnectionStringBuilder address = DatabaseAddress.Parse(settings.DatabaseUrl!);
        await using (NpgsqlConnection administrator = await postgres.ConnectAsAdministratorAsync("postgres"))
        {
            await administrator.ExecuteAsync($"create role plain login password 'plain-password'; alter database {address.Database} owner to plain", CancellationToken.None);
        }

        settings = settings with { DatabaseUrl = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Username = "plain", Password = "plain-password" }.ConnectionString };
        Func<Task> start = () => postgres.StartDatabaseAsync(settings);
        (await start.Should().ThrowAsync<DatabaseException>()).WithMessage("*may not make the role*create role*DATABASE_APP_URL*");
    }

    [Fact]
    public async Task A_migration_that_was_changed_and_a_newer_database_are_refused()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        await using (HostDatabase database = await postgres.StartDatabaseAsync(settings))
        {
            await database.Owner.CreateCommand("update aiwendy.schema_migrations set checksum = 'x' where version = 1").ExecuteNonQueryAsync();
        }

        Func<Task> changed = () => postgres.StartDatabaseAsync(settings);
        (await changed.Should().ThrowAsync<DatabaseException>()).WithMessage("*0001_tenants*");
        HostMigrations.All.Should().OnlyHaveUniqueItems(migration => migration.Version);
        FluentActions.Invoking(() => HostMigrations.Pending(new Dictionary<int, string> { [9999] = "x" }))
            .Should().Throw<DatabaseException>().WithMessage("*newer version*");
    }

    [Fact]
    public async Task A_wrong_password_is_told_without_showing_it()
    {
        HostSettings settings = await postgres.CreateDatabaseAsync();
        NpgsqlConnectionStringBuilder address = new(settings.DatabaseUrl) { Password = "wrong-password" };
        Func<Task> start = () => postgres.StartDatabaseAsync(settings with { DatabaseUrl = address.ConnectionString });
        (await start.Should().ThrowAsync<DatabaseException>()).Which.Message.Should().Contain("password authentication failed").And.NotContain("wrong-password");
    }
}
