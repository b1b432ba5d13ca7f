using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Journal.Data;

/// <summary>
/// Copies the result of a query out. COPY takes no parameters: their values go into settings of the transaction, and the
/// query reads them there, so that no value ever becomes a part of its text.
/// </summary>
internal static partial class CopyQuery
{
    /// <summary>Runs a query.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="query">The query with its positional parameters; it is not run itself.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<CopyRows> OpenAsync(TenantTransaction transaction, NpgsqlCommand query, CancellationToken cancellationToken)
    {
        NpgsqlParameter[] parameters = [.. query.Parameters.Cast<NpgsqlParameter>()];
        await using (NpgsqlCommand set = transaction.Command("select " + string.Join(", ", parameters.Select((_, index) => Invariant($"set_config('journal.p{index + 1}', ${index + 1}, true)")))))
        {
            foreach (NpgsqlParameter parameter in parameters)
            {
                set.With(Text(parameter.Value!));
            }

            await set.ExecuteNonQueryAsync(cancellationToken);
        }

        string text = Placeholder().Replace(query.CommandText, match => Setting(match.ValueSpan[1..], parameters));
        return new CopyRows(await transaction.Connection.BeginRawBinaryCopyAsync($"copy ({text}) to stdout (format binary)", cancellationToken));
    }

    private static string Setting(ReadOnlySpan<char> number, NpgsqlParameter[] parameters)
    {
        int index = int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        string setting = Invariant($"current_setting('journal.p{index}')");

        // As queries of their own they are evaluated once, not for each row.
        return parameters[index - 1].Value switch
        {
            string => $"(select {setting})",
            Guid => $"(select {setting}::uuid)",
            Guid[] => $"array(select unnest(string_to_array({setting}, ',')::uuid[]))",
            string[] => $"array(select jsonb_array_elements_text({setting}::jsonb))",
            DateOnly => $"(select {setting}::date)",
            int => $"(select {setting}::integer)",
            decimal => $"(select {setting}::numeric)",
            double => $"(select {setting}::double precision)",
            object other => throw new NotSupportedException($"Nothing says how a parameter of type {other.GetType()} is written."),
            null => throw new NotSupportedException("A parameter has no value."),
        };
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        Guid id => id.ToString(),
        Guid[] ids => string.Join(',', ids),
        string[] words => JsonSerializer.Serialize(words, ImportJsonContext.Default.IReadOnlyListString),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Nothing says how a parameter of type {value.GetType()} is written."),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Placeholder();
}
