using System.Diagnostics;
using AIWendy.Host.Calls;
using AIWendy.Host.Data;
using AIWendy.Host.Plugins.Storage;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AIWendy.Bench;

/// <summary>A row read by its key through a fresh context: with tenant and row-level security, and without either.</summary>
internal static class TenancyBench
{
    private const int Reads = 4000;
    private const int Rounds = 5;
    private const double WantedMicroseconds = 60;

    public static async Task RunAsync(Workspace workspace, Report report)
    {
        await using ServerProcess host = await workspace.StartHostAsync(embedded: true);
        await using NpgsqlDataSource owner = NpgsqlDataSource.Create(workspace.OwnerConnectionString());
        await using NpgsqlDataSource application = NpgsqlDataSource.Create(
            PooledAddress.Preparing(new NpgsqlConnectionStringBuilder(workspace.ApplicationConnectionString()), pool: 30, "bench", TimeSpan.FromSeconds(30)));
        await PrepareAsync(owner);
        await using EfInternalServices internals = new(NullLoggerFactory.Instance);
        CallContext tenant = new(new NoPermissions());
        DbContextOptions<ReadsDbContext> plain = Options(application, internals, null);
        DbContextOptions<ReadsDbContext> scoped = Options(application, internals, new TenantInterceptor(tenant));

        using IDisposable call = CallContext.Enter(new CallState { TenantId = WellKnown.DefaultTenantId });
        List<double> differences = [], ratios = [];
        for (int round = 0; round <= Rounds; round++)
        {
            double without = await MedianAsync(plain, static context => context.Open);
            double with = await MedianAsync(scoped, static context => context.Closed);
            if (round > 0)
            {
                differences.Add(with - without);
                ratios.Add(with / without);
            }
        }

        differences.Sort();
        ratios.Sort();
        report.Figure($"tenant-scoped read costs more by (median of {Rounds})", differences[Rounds / 2], "us", differences[Rounds / 2] <= WantedMicroseconds, $"<= {WantedMicroseconds} us");
        report.Note($"ratio with / without tenancy: {ratios[Rounds / 2]:0.000}");
    }

    private static async Task PrepareAsync(NpgsqlDataSource owner)
    {
        await using NpgsqlCommand command = owner.CreateCommand($"""
            create schema if not exists bench_reads;
            grant usage on schema bench_reads to aiwendy_app;
            create table bench_reads.open (tenant_id uuid not null, id bigint not null, note text not null, primary key (tenant_id, id));
            create table bench_reads.closed (like bench_reads.open including all);
            insert into bench_reads.open select '{WellKnown.DefaultTenantId}', n, 'row ' || n from generate_series(1, 10000) n;
            alter table bench_reads.closed no force row level security;
            insert into bench_reads.closed select * from bench_reads.open;
            {TenantMigrations.Statements("bench_reads", "closed")}
            grant select on all tables in schema bench_reads to aiwendy_app;
            """);
        await command.ExecuteNonQueryAsync();
    }

    private static DbContextOptions<ReadsDbContext> Options(NpgsqlDataSource source, EfInternalServices internals, TenantInterceptor? interceptor)
    {
        DbContextOptionsBuilder<ReadsDbContext> builder = new();
        builder.UseNpgsql(source).UseInternalServiceProvider(internals.Provider);
        if (interceptor is not null)
        {
            builder.AddInterceptors(interceptor);
        }

        return builder.Options;
    }

    private static async Task<double> MedianAsync<TRow>(DbContextOptions<ReadsDbContext> options, Func<ReadsDbContext, DbSet<TRow>> table) where TRow : class, IReadRow
    {
        double[] times = new double[Reads];
        for (int i = 0; i < Reads; i++)
        {
            long id = (i % 10_000) + 1;
            long began = Stopwatch.GetTimestamp();
            await using ReadsDbContext context = new(options);
            TRow row = await table(context).AsNoTracking().SingleAsync(row => row.TenantId == WellKnown.DefaultTenantId && row.Id == id);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            if (row.Id != id)
            {
                throw new InvalidOperationException("The wrong row came back.");
            }
        }

        Array.Sort(times);
        return times[Reads / 2];
    }

    private sealed class NoPermissions : IPermissionCatalogue
    {
        public Role? RequiredRole(string permission) => null;
    }
}

internal interface IReadRow
{
    Guid TenantId { get; }

    long Id { get; }
}

internal sealed class OpenRow : IReadRow
{
    public Guid TenantId { get; init; }

    public long Id { get; init; }

    public required string Note { get; init; }
}

internal sealed class ClosedRow : IReadRow
{
    public Guid TenantId { get; init; }

    public long Id { get; init; }

    public required string Note { get; init; }
}

internal sealed class ReadsDbContext(DbContextOptions<ReadsDbContext> options) : DbContext(options)
{
    public DbSet<OpenRow> Open => Set<OpenRow>();

    public DbSet<ClosedRow> Closed => Set<ClosedRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("bench_reads");
        modelBuilder.Entity<OpenRow>().ToTable("open").HasKey(row => new { row.TenantId, row.Id });
        modelBuilder.Entity<ClosedRow>().ToTable("closed").HasKey(row => new { row.TenantId, row.Id });
        foreach (Microsoft.EntityFrameworkCore.Metadata.IMutableEntityType entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (Microsoft.EntityFrameworkCore.Metadata.IMutableProperty property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.Name));
            }
        }
    }
}
