using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>Tables of what people write about their trades, days and accounts.</summary>
internal static class OverlayModel
{
    private const string IsKept = "deleted_at is null";

    public static void Define(ModelBuilder model)
    {
        model.Entity<TradeAnnotation>(annotation =>
        {
            annotation.ToTable("trade_annotations");
            annotation.HasKey(e => new { e.TenantId, e.AccountId, e.OpeningKey });
            annotation.HasIndex(e => new { e.TenantId, e.UserId, e.PlaybookId });
            annotation.HasIndex(e => new { e.TenantId, e.UserId, e.ProjectId });
            annotation.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Screenshot>(screenshot =>
        {
            screenshot.ToTable("screenshots");
            screenshot.HasKey(e => new { e.TenantId, e.Id });
            screenshot.Property(e => e.Shapes).HasColumnType("jsonb");
            screenshot.HasIndex(e => new { e.TenantId, e.AccountId, e.OpeningKey });
            screenshot.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CashMovement>(movement =>
        {
            movement.ToTable("cash_movements");
            movement.HasKey(e => new { e.TenantId, e.Id });
            movement.HasIndex(e => new { e.TenantId, e.AccountId, e.Day, e.Id });
            movement.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
        DefineOwn(model);
        DefineColumns(model);
    }

    private static void DefineOwn(ModelBuilder model)
    {
        model.Entity<Playbook>(playbook =>
        {
            playbook.ToTable("playbooks");
            playbook.HasKey(e => new { e.TenantId, e.Id });
            playbook.Property(e => e.Criteria).HasColumnType("jsonb");
            playbook.HasIndex(e => new { e.TenantId, e.UserId, e.Name }).IsUnique().HasFilter(IsKept);
        });
        model.Entity<Project>(project =>
        {
            project.ToTable("projects");
            project.HasKey(e => new { e.TenantId, e.Id });
            project.HasIndex(e => new { e.TenantId, e.UserId, e.Name }).IsUnique().HasFilter(IsKept);
        });
        model.Entity<DayEntry>(day =>
        {
            day.ToTable("days");
            day.HasKey(e => new { e.TenantId, e.UserId, e.Day });
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("saved_views");
            view.HasKey(e => new { e.TenantId, e.Id });
            view.HasIndex(e => new { e.TenantId, e.UserId, e.Name }).IsUnique();
        });
        model.Entity<InstrumentSetting>(instrument =>
        {
            instrument.ToTable("instruments");
            instrument.HasKey(e => new { e.TenantId, e.UserId, e.Symbol });
        });
    }

    private static void DefineColumns(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.Property(e => e.LotMethod).HasDefaultValue(Engine.LotMethod.Fifo);
            account.Property(e => e.BreakevenBand).HasDefaultValue(0m);
        });
        model.Entity<StoredRoundTrip>(trip =>
        {
            trip.Property(e => e.OpeningKey).HasDefaultValue(string.Empty);
            trip.HasIndex(e => new { e.TenantId, e.AccountId, e.OpeningKey });
        });
    }
}
