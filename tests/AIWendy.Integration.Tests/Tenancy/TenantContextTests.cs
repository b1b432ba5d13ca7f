using System.Diagnostics.Metrics;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins.Metrics;
using AIWendy.Host.Plugins.Storage;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NSubstitute;

namespace AIWendy.Integration.Tests.Tenancy;

/// <summary>What a plugin's context may see and change, on the real database with the real roles.</summary>
[Collection(PostgresCollection.Name)]
public sealed class TenantContextTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Guid One = Guid.CreateVersion7();
    private static readonly Guid Two = Guid.CreateVersion7();

    private HostDatabase database = null!;
    private readonly Meter meter = new("test");
    private ServiceProvider services = null!;

    public async Task InitializeAsync()
    {
        database = await postgres.StartDatabaseAsync();
        PluginDatabase<TenancyDbContext> plugin = new("test_tenancy");
        ServiceCollection collection = new();
        collection.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        collection.AddSingleton<IHostDatabase>(database);
        collection.AddSingleton<ITenantContext>(new CallContext(Substitute.For<IPermissionCatalogue>()));
        collection.AddSingleton(new PluginMeter("test.tenancy", meter.CreateHistogram<double>("durations")));
        plugin.Register(collection);
        services = collection.BuildServiceProvider();
        (await plugin.IsCurrentAsync(database, CancellationToken.None)).Should().BeFalse();
        await plugin.MigrateAsync(database, NullLoggerFactory.Instance, CancellationToken.None);
        foreach (Guid tenant in (Guid[])[One, Two])
        {
            await InAsync(tenant, async context =>
            {
                context.Items.Add(new Item { Id = tenant, Name = "first" });
                await context.SaveChangesAsync();
            });
        }
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        meter.Dispose();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_query_sees_the_rows_of_its_tenant_only() =>
        await InAsync(One, async context => (await context.Items.Select(item => item.Id).ToListAsync()).Should().Equal(One));

    [Fact]
    public Task A_synchronous_query_sees_the_rows_of_its_tenant_only() =>
        InAsync(One, context =>
        {
            context.Items.Select(item => item.Id).ToList().Should().Equal(One);
            context.Items.Count().Should().Be(1);
            return Task.CompletedTask;
        });

    [Fact]
    public Task Raw_sql_sees_the_rows_of_its_tenant_only() =>
        InAsync(One, async context =>
        {
            (await context.Items.FromSql($"select * from test_tenancy.items where id = {Two}").ToListAsync()).Should().BeEmpty();
            (await context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from test_tenancy.items").SingleAsync()).Should().Be(1);
        });

    [Fact]
    public Task Raw_writes_reach_the_rows_of_their_tenant_only() =>
        InAsync(One, async context =>
        {
            (await context.Database.ExecuteSqlAsync($"update test_tenancy.items set name = 'raw'")).Should().Be(1);
            (await context.Items.ExecuteUpdateAsync(set => set.SetProperty(item => item.Name, "bulk"))).Should().Be(1);
            (await context.Items.Where(item => item.Id == Two).ExecuteDeleteAsync()).Should().Be(0);
        });

    [Fact]
    public Task A_row_for_another_tenant_is_refused() =>
        InAsync(One, async context =>
        {
            context.Items.Add(new Item { TenantId = Two, Id = Guid.CreateVersion7(), Name = "planted" });
            Func<Task> save = () => context.SaveChangesAsync();
            (await save.Should().ThrowAsync<DbUpdateException>()).WithInnerException<PostgresException>().Which.SqlState.Should().Be("42501");
        });

    [Fact]
    public Task Another_tenants_row_can_neither_be_changed_nor_deleted() =>
        InAsync(One, async context =>
        {
            context.Attach(new Item { TenantId = Two, Id = Two, Name = "first" }).Entity.Name = "taken";
            Func<Task> change = () => context.SaveChangesAsync();
            await change.Should().ThrowAsync<DbUpdateConcurrencyException>();
            context.ChangeTracker.Clear();
            context.Remove(new Item { TenantId = Two, Id = Two, Name = "first" });
            Func<Task> delete = () => context.SaveChangesAsync();
            await delete.Should().ThrowAsync<DbUpdateConcurrencyException>();
        });

    [Fact]
    public Task A_lost_update_is_detected() =>
        InAsync(One, async context =>
        {
            Item mine = await context.Items.SingleAsync();
            await InAsync(One, async other =>
            {
                (await other.Items.SingleAsync()).Name = "theirs";
                await other.SaveChangesAsync();
            });

            mine.Name = "mine";
            Func<Task> save = () => context.SaveChangesAsync();
            await save.Should().ThrowAsync<DbUpdateConcurrencyException>();
        });

    [Fact]
    public Task A_transaction_of_the_plugin_is_bound_to_the_tenant() =>
        InAsync(One, async context =>
        {
            await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync();
            (await context.Items.CountAsync()).Should().Be(1);
            context.Items.Add(new Item { Id = Guid.CreateVersion7(), Name = "second" });
            await context.SaveChangesAsync();
            (await context.Items.CountAsync()).Should().Be(2);
            await transaction.RollbackAsync();
            (await context.Items.CountAsync()).Should().Be(1);
        });

    [Fact]
    public async Task Without_a_tenant_nothing_works()
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        TenancyDbContext context = scope.ServiceProvider.GetRequiredService<TenancyDbContext>();
        Func<Task> read = () => context.Items.ToListAsync();
        Func<Task> write = () => context.Items.ExecuteDeleteAsync();
        Func<Task> begin = () => context.Database.BeginTransactionAsync();

        await read.Should().ThrowAsync<InvalidOperationException>().WithMessage("No tenant is set*");
        await write.Should().ThrowAsync<InvalidOperationException>();
        await begin.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_connection_keeps_no_tenant_for_its_next_user()
    {
        for (int round = 0; round < 20; round++)
        {
            await InAsync(One, context => context.Items.CountAsync());
            await using NpgsqlConnection connection = await database.Application.OpenConnectionAsync();
            await using NpgsqlCommand tenant = new("select coalesce(current_setting('app.tenant_id', true), '')", connection);
            (await tenant.ExecuteScalarAsync()).Should().Be(string.Empty);
            await using NpgsqlCommand count = new("select count(*) from test_tenancy.items", connection);
            (await count.ExecuteScalarAsync()).Should().Be(0L);
        }
    }

    [Fact]
    public async Task Parallel_tenants_do_not_mix()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(index => Task.Run(() =>
        {
            Guid tenant = index % 2 == 0 ? One : Two;
            return InAsync(tenant, async context => (await context.Items.Select(item => item.TenantId).Distinct().ToListAsync()).Should().Equal(tenant));
        })));
    }

    private async Task InAsync(Guid tenant, Func<TenancyDbContext, Task> work)
    {
        using IDisposable call = CallContext.Enter(new CallState { TenantId = tenant, UserId = WellKnown.GuestUserId, Role = Role.Member });
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TenancyDbContext>());
    }
}
