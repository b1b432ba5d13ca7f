using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>Addresses of the pools of connections that a node keeps.</summary>
internal static class PooledAddress
{
    /// <summary>How many statements of one connection the server keeps planned.</summary>
    private const int PreparedStatements = 64;

    /// <summary>
    /// The address of a pool. What would let one tenant's session reach the next user of the connection is switched off,
    /// whatever the address says.
    /// </summary>
    /// <param name="address">Where the server is.</param>
    /// <param name="pool">Most connections at a time.</param>
    /// <param name="name">What the server calls these connections.</param>
    /// <param name="timeout">How long a statement may take.</param>
    public static NpgsqlConnectionStringBuilder Of(NpgsqlConnectionStringBuilder address, int pool, string name, TimeSpan timeout) => new(address.ConnectionString)
    {
        Pooling = true,
        MinPoolSize = 0,
        MaxPoolSize = pool,
        Multiplexing = false,
        NoResetOnClose = false,
        IncludeErrorDetail = false,
        PersistSecurityInfo = false,
        CommandTimeout = (int)timeout.TotalSeconds,
        ConnectionIdleLifetime = 60,
        KeepAlive = 30,
        ApplicationName = "aiwendy " + name,
    };

    /// <summary>
    /// The same, and statements that come again and again are parsed and planned once per connection: planning takes
    /// longer than running for most of what a page asks. An address that says how many, says it for us too.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Preparing(NpgsqlConnectionStringBuilder address, int pool, string name, TimeSpan timeout)
    {
        NpgsqlConnectionStringBuilder pooled = Of(address, pool, name, timeout);
        if (!pooled.ShouldSerialize("Max Auto Prepare"))
        {
            pooled.MaxAutoPrepare = PreparedStatements;
        }

        return pooled;
    }
}
