using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Data;

internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : PluginDbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    protected override void Define(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.HasKey(e => new { e.TenantId, e.Id });
            user.HasIndex(e => new { e.TenantId, e.NormalizedEmail }).IsUnique();
            user.Property(e => e.ConcurrencyStamp).IsConcurrencyToken();
        });
        model.Entity<Session>(session =>
        {
            session.HasKey(e => new { e.TenantId, e.Id });
            session.HasIndex(e => new { e.TenantId, e.TokenHash }).IsUnique();
            session.HasIndex(e => new { e.TenantId, e.UserId });
            session.HasOne<User>().WithMany().HasForeignKey(e => new { e.TenantId, e.UserId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SignInAttempt>(attempt =>
        {
            attempt.HasKey(e => new { e.TenantId, e.Id });
            attempt.HasIndex(e => new { e.TenantId, e.AccountKey, e.Address, e.At });
            attempt.HasIndex(e => new { e.TenantId, e.At });
        });
    }
}
