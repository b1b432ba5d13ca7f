using AIWendy.Host.Configuration;
using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>Makes and checks the two roles: the owner of the schemas and the one that the application works with.</summary>
internal static class DatabaseRoles
{
    public const string Owner = "aiwendy_owner";

    /// <summary>Name of the application role; on a foreign server with the database's name in place of <c>aiwendy</c>.</summary>
    public const string Application = "aiwendy_app";

    private const string Harmless = "login nosuperuser nobypassrls nocreatedb nocreaterole noreplication";

    // PostgreSQL cuts names at 63 bytes.
    private const int LongestDatabaseName = 59;

    /// <summary>Name of the application role for a database; roles belong to the whole server, so it holds the database's name.</summary>
    public static string ApplicationFor(string database) =>
        database.Length <= LongestDatabaseName ? database + "_app" : throw new DatabaseException($"The name of the database {database} is too long.");

    /// <summary>Makes both roles and the database on the private server. Idempotent.</summary>
    public static async Task ProvisionAsync(NpgsqlConnection administrator, string database, string ownerPassword, string applicationPassword, CancellationToken cancellationToken)
    {
        await PutAsync(administrator, Owner, ownerPassword, cancellationToken);
        await PutAsync(administrator, Application, applicationPassword, cancellationToken);
        if (await administrator.ScalarAsync("select 1 from pg_database where datname = $1", cancellationToken, database) is null)
        {
            await administrator.ExecuteAsync($"create database {Sql.Name(database)} owner {Sql.Name(Owner)}", cancellationToken);
        }

        await administrator.ExecuteAsync(
            $"revoke all on database {Sql.Name(database)} from public; grant connect on database {Sql.Name(database)} to {Sql.Name(Application)}", cancellationToken);
    }

    /// <summary>Makes the application role on a foreign server, or sets its password anew.</summary>
    /// <exception cref="DatabaseException">The owner may not do that.</exception>
    public static async Task ProvisionApplicationAsync(NpgsqlConnection owner, string role, string password, CancellationToken cancellationToken)
    {
        try
        {
            await PutAsync(owner, role, password, cancellationToken);
            await owner.ExecuteAsync($"grant connect on database {Sql.Name(owner.Database)} to {Sql.Name(role)}", cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new DatabaseException(
                $"The role of {HostSettingCatalogue.DatabaseUrl.Key} may not make the role {role}: let an administrator run "
                + $"`create role {Sql.Name(role)} {Harmless} password '...'; grant connect on database {Sql.Name(owner.Database)} to {Sql.Name(role)};` "
                + $"and put its connection into {HostSettingCatalogue.DatabaseApplicationUrl.Key}.", exception);
        }
    }

    /// <summary>Refuses an application role that row-level security would not hold.</summary>
    /// <exception cref="DatabaseException">It would not; says why.</exception>
    public static async Task CheckApplicationAsync(NpgsqlConnection owner, string role, CancellationToken cancellationToken)
    {
        const string Query = """
            select r.rolsuper, r.rolbypassrls, r.rolname = current_user,
                   pg_has_role(r.oid, (select oid from pg_roles where rolname = current_user), 'member'),
                   exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where c.relowner = r.oid and n.nspname not like 'pg\_%')
            from pg_roles r where r.rolname = $1
            """;
        await using NpgsqlCommand command = new(Query, owner);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = role });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new DatabaseException($"The application role {role} does not exist.");
        }

        string? fault = reader.GetBoolean(0) ? "it is a superuser"
            : reader.GetBoolean(1) ? "it may bypass row-level security"
            : reader.GetBoolean(2) ? "it is the owner itself"
            : reader.GetBoolean(3) ? "it is a member of the owner"
            : reader.GetBoolean(4) ? "it owns tables"
            : null;
        if (fault is not null)
        {
            throw new DatabaseException(
                $"The application role {role} is refused because {fault}, so that nothing would keep tenants apart; give {HostSettingCatalogue.DatabaseApplicationUrl.Key} a role made with `create role ... {Harmless}`.");
        }
    }

    private static async Task PutAsync(NpgsqlConnection connection, string role, string password, CancellationToken cancellationToken)
    {
        bool exists = await connection.ScalarAsync("select 1 from pg_roles where rolname = $1", cancellationToken, role) is not null;

        // An existing role keeps its attributes: changing some of them takes a superuser, and the check that follows judges them.
        string statement = exists
            ? $"alter role {Sql.Name(role)} login password {Sql.Text(ScramVerifier.Of(password))}"
            : $"create role {Sql.Name(role)} {(Harmless)} password {Sql.Text(ScramVerifier.Of(password))}";
        await connection.ExecuteAsync(statement, cancellationToken);
    }
}
