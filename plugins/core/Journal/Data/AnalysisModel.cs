using AIWendy.Plugins.Journal.Prices;
using AIWendy.Plugins.Journal.PropRules;
using AIWendy.Plugins.Journal.Rates;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>Tables beside those of trades that figures need.</summary>
internal static class AnalysisModel
{
    public static void Define(ModelBuilder model)
    {
        model.Entity<Revision>(revision =>
        {
            revision.ToTable("revisions");
            revision.HasKey(e => new { e.TenantId, e.UserId });
        });
        model.Entity<AccountTotals>(totals =>
        {
            totals.ToTable("account_totals");
            totals.HasKey(e => new { e.TenantId, e.AccountId });
            totals.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StoredDayShift>(shift =>
        {
            shift.ToTable("day_shifts");
            shift.HasKey(e => new { e.TenantId, e.AccountId, e.Symbol, e.Currency, e.Day });
            shift.HasIndex(e => new { e.TenantId, e.UserId, e.Day });
            shift.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<StoredPriceBar>(bar =>
        {
            bar.ToTable("price_bars");
            bar.HasKey(e => new { e.TenantId, e.UserId, e.Symbol, e.FromAt });
        });
        model.Entity<StoredRate>(rate =>
        {
            rate.ToTable("exchange_rates");
            rate.HasKey(e => new { e.TenantId, e.UserId, e.Base, e.Quote, e.Day });
        });
        model.Entity<PropRuleSetting>(rules =>
        {
            rules.ToTable("prop_rules");
            rules.HasKey(e => new { e.TenantId, e.Id });
            rules.HasIndex(e => new { e.TenantId, e.AccountId });
            rules.HasIndex(e => new { e.TenantId, e.UserId });
            rules.HasOne<Account>().WithMany().HasForeignKey(e => new { e.TenantId, e.AccountId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
