using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>Reads columns that may be empty.</summary>
internal static class RowValues
{
    /// <summary>A text or another reference.</summary>
    public static T? Optional<T>(this NpgsqlDataReader reader, int column) where T : class =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    /// <summary>A number, an id or a time.</summary>
    public static T? OptionalValue<T>(this NpgsqlDataReader reader, int column) where T : struct =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);
}

/// <summary>Moments as the database keeps them, so that what is answered equals what is read later.</summary>
internal static class Timestamps
{
    /// <summary>The present, cut to microseconds.</summary>
    public static DateTimeOffset Now(TimeProvider time) => Stored(time.GetUtcNow());

    /// <summary>A moment, cut to microseconds.</summary>
    public static DateTimeOffset Stored(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
