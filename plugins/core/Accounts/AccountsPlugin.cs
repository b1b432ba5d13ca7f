using AIWendy.Plugins.Accounts.Data;
using AIWendy.Plugins.Accounts.Endpoints;
using AIWendy.Plugins.Accounts.Passwords;
using AIWendy.Plugins.Accounts.Registration;
using AIWendy.Plugins.Accounts.Sessions;
using AIWendy.Plugins.Accounts.SignIn;
using AIWendy.Sdk;
using AIWendy.Sdk.Jobs;
using AIWendy.Sdk.Localization;
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
        plugin
            .AddDatabase<AccountsDbContext>()
            .AddJson(AccountsJsonContext.Default)
            .AddPermission(
                AccountsPermissions.Self,
                Text.Of("See and change the own profile, password and sessions.", "查看并修改自己的资料、密码和会话。"),
                Role.Viewer)
            .AddExtension<IRequestAuthenticator, SessionAuthenticator>()
            .AddJob<RemoveExpired>("remove-expired", JobSchedule.DailyAt(3, 40))
            .MapEndpoints(AccountsEndpoints.Map);
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

        services.AddSingleton<SessionCache>();
        services.AddScoped<SessionStore>();
        services.AddScoped<SignInThrottle>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<UserRegistration>();
    }
}
