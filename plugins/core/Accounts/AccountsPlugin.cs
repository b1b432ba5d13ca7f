using AIWendy.Plugins.Accounts.Administration;
using AIWendy.Plugins.Accounts.Audit;
using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Endpoints;
using AIWendy.Plugins.Accounts.Invitations;
using AIWendy.Plugins.Accounts.Mail;
using AIWendy.Plugins.Accounts.Passkeys;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Plugins.Accounts.PersonalData;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.SecondFactor;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Plugins.Accounts.Tickets;
using AIWendy.Plugins.Accounts.Tokens;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
using AIWendy.Sdk.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AIWendy.Plugins.Accounts;

/// <summary>People, passwords and sessions of an installation.</summary>
public sealed class AccountsPlugin : IPlugin
{
    /// <inheritdoc />
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        AddServices(plugin.Services);
        plugin.Services.AddSingleton(RegistrationPolicy.From(plugin.Configuration));
        plugin.Services.AddSingleton(MailSettings.Read(plugin.Configuration));
        plugin.Services.AddSingleton(new PublicAddress(plugin.Configuration));
        foreach (PersonalTable table in AccountData.Tables)
        {
            plugin.AddExtension(table);
        }

        plugin
            .AddDatabase<AccountsDbContext>()
            .AddJson(AccountsJsonContext.Default)
            .AddJson(SecurityJsonContext.Default)
            .AddJson(TokenJsonContext.Default)
            .AddJson(AdminJsonContext.Default)
            .AddJson(PersonalDataJsonContext.Default)
            .AddPermission(
                AccountsPermissions.Self,
                Text.Of("See and change the own profile.", "查看并修改自己的资料。"),
                Role.Viewer)
            .AddPermission(
                AccountsPermissions.Security,
                Text.Of("Change the own password, second factor, sessions and tokens, and take or delete the own data.", "修改自己的密码、两步登录、会话和令牌，导出或删除自己的数据。"),
                Role.Viewer)
            .AddPermission(
                AccountsPermissions.Admin,
                Text.Of("Manage people, invitations, roles, sessions and outgoing mail.", "管理用户、邀请、角色、会话和外发邮件。"),
                Role.Admin)
            .AddExtension<IRequestAuthenticator, SessionAuthenticator>()
            .AddExtension<IRequestAuthenticator, TokenAuthenticator>()
            .AddExtension<IMailSender, Outbox>()
            .AddExtension<IPersonalData, AccountData>()
            .AddStartup<GuestData>()
            .AddJob<DeliverMail>(Outbox.DeliverJob, JobSchedule.Every(TimeSpan.FromMinutes(1)))
            .AddJob<SendPasswordReset>(PasswordReset.Job)
            .AddJob<SendRegistrationMail>(MailedRegistration.Job)
            .AddJob<EraseAccounts>(EraseAccounts.Job, JobSchedule.Every(TimeSpan.FromHours(1)))
            .AddJob<RemoveExpired>("remove-expired", JobSchedule.DailyAt(3, 40))
            .MapEndpoints(AccountsEndpoints.Map)
            .MapEndpoints(AdminEndpoints.Map);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);

        // Before AddIdentityCore, which only adds its own validators where none stands.
        services.AddScoped<IUserValidator<User>, UserRules>();
        services.AddScoped<IPasswordValidator<User>, PasswordRules>();
        services.AddIdentityCore<User>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRules.HashIterations);
        services.AddScoped<IUserStore<User>, UserStore>();

        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>(PasskeyRules.Apply);

        services.AddSingleton<SessionCache>();
        services.AddSingleton<TokenCache>();
        services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddScoped<Outbox>();
        services.AddScoped<AccountMails>();
        services.AddScoped<SessionStore>();
        services.AddScoped<TicketStore>();
        services.AddScoped<AccessTokenStore>();
        services.AddScoped<InvitationStore>();
        services.AddScoped<CurrentAccount>();
        AddSignIn(services);
        AddPersonalData(services);
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddSingleton<GuessNotes>();
        services.AddScoped<AccountAudit>();
        services.AddSingleton<ThrottleMemory>();
        services.AddScoped<SignInThrottle>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SecondFactorSignIn>();
        services.AddScoped<SignInCompletion>();
        services.AddScoped<PasswordProof>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<Authenticator>();
        services.AddScoped<PasskeyRegistry>();
        services.AddScoped<UserRegistration>();
        services.AddScoped<MailedRegistration>();
        services.AddScoped<EmailAddresses>();
        services.AddScoped<UserAdministration>();
    }

    private static void AddPersonalData(IServiceCollection services)
    {
        services.AddScoped<AccountData>();
        services.AddScoped<PersonalTables>();
        services.AddScoped<PersonalExport>();
        services.AddScoped<PersonalImport>();
        services.AddScoped<GuestData>();
        services.AddScoped<AccountDeletion>();
    }
}
