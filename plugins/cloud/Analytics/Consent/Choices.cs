using AIWendy.Plugins.Analytics.Data;
using AIWendy.Plugins.Analytics.Delivery;
using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Analytics.Consent;

/// <summary>What the current person and the tenant chose.</summary>
internal sealed class Choices(
    ITenantDatabase database, ITenantContext tenant, ICurrentUser user, ISettings<AnalyticsSettings> settings, Outbox outbox, TimeProvider time)
{
    /// <summary>Whether the tenant lets usage be sent.</summary>
    public async ValueTask<bool> OfTenantAsync(CancellationToken cancellationToken) => (await settings.GetAsync(cancellationToken)).IsOn;

    /// <summary>Whether the person lets the own use be sent.</summary>
    public async Task<bool> OfPersonAsync(CancellationToken cancellationToken)
    {
        await using TenantTransaction transaction = await database.BeginAsync(cancellationToken);
        await using NpgsqlCommand select = transaction.Command("select not exists (select 1 from analytics.opt_outs where tenant_id = $1 and user_id = $2)")
            .With(tenant.TenantId).With(user.Id);
        return await select.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Switches the whole tenant on or off; off also deletes what waits.</summary>
    public async Task ChooseForTenantAsync(bool sends, CancellationToken cancellationToken)
    {
        await settings.SaveAsync(new AnalyticsSettings { SendUsage = sends }, cancellationToken);
        if (!sends)
        {
            await outbox.ClearAsync(userId: null, cancellationToken);
        }
    }

    /// <summary>Switches the person on or off; off also deletes what waits of that person.</summary>
    public async Task ChooseForPersonAsync(bool sends, CancellationToken cancellationToken)
    {
        await using (TenantTransaction transaction = await database.BeginAsync(cancellationToken))
        {
            await using NpgsqlCommand store = sends
                ? transaction.Command("delete from analytics.opt_outs where tenant_id = $1 and user_id = $2").With(tenant.TenantId).With(user.Id)
                : transaction.Command("insert into analytics.opt_outs (tenant_id, user_id, at) values ($1, $2, $3) on conflict do nothing")
                    .With(tenant.TenantId).With(user.Id).With(time.GetUtcNow());
            await store.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        if (!sends)
        {
            await outbox.ClearAsync(user.Id, cancellationToken);
        }
    }
}
