using Npgsql;
using NpgsqlTypes;

namespace AIWendy.Plugins.Analytics.Data;

/// <summary>Positional parameters, in the order in which they are added.</summary>
internal static class SqlParameters
{
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    public static NpgsqlCommand WithJson(this NpgsqlCommand command, string json)
    {
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = json, NpgsqlDbType = NpgsqlDbType.Jsonb });
        return command;
    }
}
