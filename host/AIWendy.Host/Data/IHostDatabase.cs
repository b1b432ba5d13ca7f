using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>The one PostgreSQL server of this installation, embedded or external.</summary>
internal interface IHostDatabase
{
    /// <summary>Connections of the role that owns nothing and can not bypass row-level security.</summary>
    NpgsqlDataSource Application { get; }

    /// <summary>Connections of the role that owns the schemas; for migrations and the host's own bookkeeping only.</summary>
    NpgsqlDataSource Owner { get; }

    /// <summary>Name of the role that owns nothing and can not bypass row-level security.</summary>
    string ApplicationRole { get; }

    /// <summary>Connection string of the application role, for libraries that open their own connections.</summary>
    string ApplicationConnectionString { get; }

    /// <summary>Completes when the server answers and the host's own schema is migrated; faults when it can not be had.</summary>
    Task Ready { get; }

    /// <summary>Starts or reaches the server, checks its version and roles, migrates the host's schema.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Stops an embedded server; does nothing for an external one.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Creates a plugin's schema for the owner role and lets the application role use, not change, it. Idempotent.</summary>
    Task PrepareSchemaAsync(string schema, CancellationToken cancellationToken);

    /// <summary>Null when the server answers, otherwise one sentence.</summary>
    ValueTask<string?> CheckAsync(CancellationToken cancellationToken);
}
