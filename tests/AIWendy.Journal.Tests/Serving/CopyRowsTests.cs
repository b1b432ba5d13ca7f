using System.Globalization;
using AIWendy.Plugins.Journal.Data;
using Npgsql;

namespace AIWendy.Journal.Tests.Serving;

/// <summary>What is copied out is what the driver reads, to the last decimal.</summary>
[Collection(JournalCollection.Name)]
public sealed class CopyRowsTests(SharedJournalHost shared)
{
    private static readonly string[] Edges =
        ["0", "0.00", "1", "-1", "0.0001", "0.00010", "9999", "10000", "10000.0", "123456789.1200", "79228162514264337593543950335", "-7.9228162514264337593543950335", "1.0000000000000000000000000001", "950.0000000000000000"];

    [Fact]
    public async Task Numbers_keep_their_digits()
    {
        Random random = new(20261123);
        string[] numbers =
        [
            .. Edges,
            .. Enumerable.Range(0, 3000).Select(_ => new decimal(random.Next(), random.Next(3) == 0 ? random.Next() : 0, random.Next(5) == 0 ? random.Next() : 0, random.Next(2) == 0, (byte)random.Next(29))
                .ToString(CultureInfo.InvariantCulture)),
        ];

        List<string> read = await ReadAsync($"select x::numeric from unnest(array['{string.Join("','", numbers)}']) with ordinality as n (x, place) order by place", rows => rows.Number(0).ToString(CultureInfo.InvariantCulture));

        read.Should().Equal(numbers);
    }

    [Fact]
    public async Task Every_kind_of_value_comes_through_whatever_the_size_of_the_rows()
    {
        const string Sql = """
            select n, n % 2 = 0, case when n % 3 = 0 then null else repeat('中a', (n % 4000)::int) end, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                timestamptz '1999-12-31 23:59:59.999999+00' + n * interval '1 day 1 microsecond', date '1999-12-30' + n::int
            from generate_series(0, 5000) n
            """;

        List<string> read = await ReadAsync(
            Sql.Replace("select n,", "select n::numeric,", StringComparison.Ordinal),
            rows => $"{rows.Number(0)} {rows.Boolean(1)} {(rows.IsNull(2) ? "null" : rows.Text(2))} {rows.Uuid(3)} {rows.Moment(4):O} {rows.Day(5):O}");

        await using NpgsqlConnection connection = new(shared.Host.Settings.DatabaseUrl);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(Sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<string> expected = [];
        while (await reader.ReadAsync())
        {
            expected.Add($"{reader.GetInt32(0)} {reader.GetBoolean(1)} {(reader.IsDBNull(2) ? "null" : reader.GetString(2))} {reader.GetGuid(3)} {reader.GetFieldValue<DateTimeOffset>(4):O} {reader.GetFieldValue<DateOnly>(5):O}");
        }

        read.Should().Equal(expected);
    }

    private async Task<List<string>> ReadAsync(string sql, Func<CopyRows, string> read)
    {
        await using NpgsqlConnection connection = new(shared.Host.Settings.DatabaseUrl);
        await connection.OpenAsync();
        await using CopyRows rows = new(await connection.BeginRawBinaryCopyAsync($"copy ({sql}) to stdout (format binary)"));
        List<string> all = [];
        while (await rows.ReadAsync(CancellationToken.None))
        {
            all.Add(read(rows));
        }

        return all;
    }
}
