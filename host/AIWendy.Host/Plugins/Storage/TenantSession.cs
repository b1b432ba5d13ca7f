using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Host.Plugins.Storage;

/// <summary>The one statement that binds a transaction to a tenant.</summary>
internal static class TenantSession
{
    public static NpgsqlCommand SetTenant(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid tenantId) =>
        new("select set_config('app.tenant_id', $1, true)", connection, transaction)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenantId.ToString(), NpgsqlDbType = NpgsqlDbType.Text } },
        };
}
