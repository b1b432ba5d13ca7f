using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace AIWendy.Plugins.Accounts.Data;

internal sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : PluginDbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<OutgoingMail> Mail => Set<OutgoingMail>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Avatar> Avatars => Set<Avatar>();

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
        DefineCredentials(model);
        DefineCorrespondence(model);
    }

    private static void DefineCredentials(ModelBuilder model)
    {
        model.Entity<RecoveryCode>(code =>
        {
            code.HasKey(e => new { e.TenantId, e.Id });
            code.HasIndex(e => new { e.TenantId, e.UserId });
            code.HasOne<User>().WithMany().HasForeignKey(e => new { e.TenantId, e.UserId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.HasKey(e => new { e.TenantId, e.Id });
            passkey.HasIndex(e => new { e.TenantId, e.CredentialId }).IsUnique();
            passkey.HasIndex(e => new { e.TenantId, e.UserId });
            passkey.HasOne<User>().WithMany().HasForeignKey(e => new { e.TenantId, e.UserId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AccessToken>(token =>
        {
            token.HasKey(e => new { e.TenantId, e.Id });
            token.HasIndex(e => new { e.TenantId, e.TokenHash }).IsUnique();
            token.HasIndex(e => new { e.TenantId, e.UserId });
            token.HasOne<User>().WithMany().HasForeignKey(e => new { e.TenantId, e.UserId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Ticket>(ticket =>
        {
            ticket.HasKey(e => new { e.TenantId, e.Id });
            ticket.HasIndex(e => new { e.TenantId, e.TokenHash }).IsUnique();
            ticket.HasIndex(e => new { e.TenantId, e.UserId });
            ticket.HasOne<User>().WithMany().HasForeignKey(e => new { e.TenantId, e.UserId }).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void DefineCorrespondence(ModelBuilder model)
    {
        model.Entity<OutgoingMail>(mail =>
        {
            mail.HasKey(e => new { e.TenantId, e.Id });
            mail.HasIndex(e => new { e.TenantId, e.UserId });
            mail.HasOne<User>().WithMany().HasForeignKey(e => new { e.TenantId, e.UserId }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.HasKey(e => new { e.TenantId, e.Id });
            invitation.HasIndex(e => new { e.TenantId, e.TokenHash }).IsUnique();
        });
        model.Entity<Avatar>(avatar =>
        {
            avatar.HasKey(e => new { e.TenantId, e.UserId });
            avatar.HasOne<User>().WithOne().HasForeignKey<Avatar>(e => new { e.TenantId, e.UserId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
