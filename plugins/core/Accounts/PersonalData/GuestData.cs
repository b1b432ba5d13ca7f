using AIWendy.Plugins.Accounts.Data;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>
/// Hands what the guest collected to the first account, once people must sign in: nobody could reach it any more. Done
/// when that account is made, and when the host starts with accounts that were made before.
/// </summary>
internal sealed partial class GuestData(
    AccountsDbContext context,
    PersonalTables tables,
    IDeployment deployment,
    ITenantContext tenant,
    ILogger<GuestData> logger) : IPluginStartup
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (deployment.AuthenticationRequired && tenant.HasTenant)
        {
            Guid? first = await context.Users
                .Where(user => user.Role == Role.Owner)
                .OrderBy(user => user.CreatedAt)
                .Select(user => (Guid?)user.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (first is { } owner)
            {
                await HandOverAsync(owner, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Hands everything over; nothing happens while the guest may still come in.</summary>
    public async Task HandOverAsync(Guid owner, CancellationToken cancellationToken)
    {
        if (!deployment.AuthenticationRequired)
        {
            return;
        }

        long moved = await tables.HandOverAsync(WellKnown.GuestUserId, owner, cancellationToken);
        if (moved > 0)
        {
            LogHandedOver(logger, moved);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The data of the time without sign-in now belong to the first account: {Rows} rows")]
    private static partial void LogHandedOver(ILogger logger, long rows);
}
