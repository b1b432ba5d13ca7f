using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>
/// The journal's tables. Migrations and the check of the model against the database use it; reading and writing is SQL,
/// because imports are bulk work and lists are keyset-paged.
/// </summary>
internal sealed class JournalDbContext(DbContextOptions<JournalDbContext> options) : PluginDbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<StoredMapping> ImportMappings => Set<StoredMapping>();

    public DbSet<StoredExecution> Executions => Set<StoredExecution>();

    public DbSet<StoredRoundTrip> RoundTrips => Set<StoredRoundTrip>();

    public DbSet<StoredFill> RoundTripFills => Set<StoredFill>();

    public DbSet<StoredPosition> OpenPositions => Set<StoredPosition>();

    protected override void Define(ModelBuilder model)
    {
        AnalysisModel.Define(model);
        model.Entity<Account>(account =>
        {
            account.HasKey(e => new { e.TenantId, e.Id });
            account.HasIndex(e => new { e.TenantId, e.UserId, e.ExternalName }).IsUnique();
        });
        model.Entity<ImportBatch>(batch =>
        {
            batch.HasKey(e => new { e.TenantId, e.Id });
            batch.HasIndex(e => new { e.TenantId, e.UserId, e.Id });
            batch.HasIndex(e => new { e.TenantId, e.AccountId });
            batch.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StoredMapping>(mapping =>
        {
            mapping.HasKey(e => new { e.TenantId, e.Id });
            mapping.HasIndex(e => new { e.TenantId, e.UserId, e.Fingerprint }).IsUnique();
        });
        DefineExecutions(model);
        DefineDerived(model);
        OverlayModel.Define(model);
        Behaviour.BehaviourFeedback.Define(model);
        Rules.RuleModel.Define(model);
    }

    private static void DefineExecutions(ModelBuilder model) => model.Entity<StoredExecution>(execution =>
    {
        execution.HasKey(e => new { e.TenantId, e.Id });
        execution.HasIndex(e => new { e.TenantId, e.AccountId, e.DedupeKey }).IsUnique();
        execution.HasIndex(e => new { e.TenantId, e.AccountId, e.Symbol });
        execution.HasIndex(e => new { e.TenantId, e.BatchId });
        execution.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        execution.HasOne<ImportBatch>().WithMany().HasForeignKey(e => new { e.TenantId, e.BatchId }).OnDelete(DeleteBehavior.Cascade);
    });

    private static void DefineDerived(ModelBuilder model)
    {
        model.Entity<StoredRoundTrip>(trip =>
        {
            trip.HasKey(e => new { e.TenantId, e.Id });
            trip.HasIndex(e => new { e.TenantId, e.UserId, e.Number }).IsUnique();
            trip.HasIndex(e => new { e.TenantId, e.UserId, e.ClosedAt, e.Id });
            trip.HasIndex(e => new { e.TenantId, e.UserId, e.Net, e.Id });
            trip.HasIndex(e => new { e.TenantId, e.AccountId, e.Symbol });
            trip.HasIndex(e => new { e.TenantId, e.AccountId, e.ClosedAt, e.Id });
            trip.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StoredFill>(fill =>
        {
            fill.HasKey(e => new { e.TenantId, e.RoundTripId, e.Ordinal });
            fill.HasOne<StoredRoundTrip>().WithMany().HasForeignKey(e => new { e.TenantId, e.RoundTripId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StoredPosition>(position =>
        {
            position.HasKey(e => new { e.TenantId, e.Id });
            position.HasIndex(e => new { e.TenantId, e.UserId });
            position.HasIndex(e => new { e.TenantId, e.AccountId, e.Symbol });
            position.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
