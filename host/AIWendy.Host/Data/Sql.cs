using Npgsql;

namespace AIWendy.Host.Data;

/// <summary>The few things that PostgreSQL does not take as parameters.</summary>
internal static class Sql
{
    /// <summary>Quotes a name.</summary>
    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Quotes a text.</summary>
    public static string Text(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Runs statements that return nothing.</summary>
    public static async Task ExecuteAsync(this NpgsqlConnection connection, string statements, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(statements, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads one value; null where there is no row or the value is null.</summary>
    public static async Task<object?> ScalarAsync(this NpgsqlConnection connection, string query, CancellationToken cancellationToken, params object[] arguments)
    {
        await using NpgsqlCommand command = new(query, connection);
        foreach (object argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        }

        object? value = await command.ExecuteScalarAsync(cancellationToken);
        return value is DBNull ? null : value;
    }
}
