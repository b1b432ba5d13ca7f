using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>Positional parameters, in the order in which they are added.</summary>
internal static class SqlParameters
{
    /// <summary>Adds a value.</summary>
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    /// <summary>Adds a value that may be absent.</summary>
    public static NpgsqlCommand WithOptional<T>(this NpgsqlCommand command, T? value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = value is null ? DBNull.Value : value, NpgsqlDbType = type });
        return command;
    }

    /// <summary>Adds one column of many rows.</summary>
    public static NpgsqlCommand WithColumn<TRow, T>(this NpgsqlCommand command, IReadOnlyList<TRow> rows, Func<TRow, T> select)
    {
        T[] values = new T[rows.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = select(rows[i]);
        }

        return command.With(values);
    }
}
