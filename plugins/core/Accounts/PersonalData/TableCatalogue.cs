using AIWendy.Sdk;
using AIWendy.Sdk.Data;
using Npgsql;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>
/// Finds in the database itself which tables of plugins belong to people: those with a column <c>user_id</c>, and those
/// that hang on them by foreign keys. Parents come before their children.
/// </summary>
internal static class TableCatalogue
{
    private const string Columns = """
        select n.nspname::text, c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               a.attgenerated <> '' or a.attidentity = 'a',
               coalesce(a.attnum = any ((select k.conkey from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')::int2[]), false)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '__migrations'
          and n.nspname not in ('information_schema', 'aiwendy', 'quartz', 'public') and n.nspname not like 'pg\_%'
          and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
        order by 1, 2, a.attnum
        """;

    private const string Links = """
        select n.nspname || '.' || c.relname, fn.nspname || '.' || f.relname,
               array (select a.attname::text from unnest(k.conkey) with ordinality as p (number, place)
                      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.number order by p.place),
               array (select a.attname::text from unnest(k.confkey) with ordinality as p (number, place)
                      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.number order by p.place)
        from pg_constraint k
        join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.contype = 'f' and k.conrelid <> k.confrelid
        order by k.oid
        """;

    private const string Uniques = """
        select n.nspname || '.' || c.relname,
               array (select a.attname::text from unnest(i.indkey::int2[]) with ordinality as p (number, place)
                      join pg_attribute a on a.attrelid = c.oid and a.attnum = p.number order by p.place)
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        where i.indisunique and not i.indisprimary and i.indpred is null and not 0 = any (i.indkey::int2[])
        """;

    public static async Task<IReadOnlyList<DataTable>> ReadAsync(
        TenantTransaction transaction, IReadOnlyList<Extension<PersonalTable>> rules, CancellationToken cancellationToken)
    {
        Dictionary<string, DataTable> tables = await ReadTablesAsync(transaction, rules, cancellationToken);
        await using (NpgsqlCommand command = transaction.Command(Links))
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (tables.TryGetValue(reader.GetString(0), out DataTable? child) && tables.TryGetValue(reader.GetString(1), out DataTable? parent))
                {
                    child.Links.Add(new DataLink(parent, reader.GetFieldValue<string[]>(2), reader.GetFieldValue<string[]>(3)));
                }
            }
        }

        await using (NpgsqlCommand command = transaction.Command(Uniques))
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                if (tables.TryGetValue(reader.GetString(0), out DataTable? table))
                {
                    table.Uniques.Add(reader.GetFieldValue<string[]>(1));
                }
            }
        }

        return Order([.. tables.Values]);
    }

    private static async Task<Dictionary<string, DataTable>> ReadTablesAsync(
        TenantTransaction transaction, IReadOnlyList<Extension<PersonalTable>> rules, CancellationToken cancellationToken)
    {
        Dictionary<string, PersonalTable> byName = [];
        foreach (Extension<PersonalTable> rule in rules)
        {
            byName[$"{PluginSchema.OfId(rule.PluginId)}.{rule.Value.Table}"] = rule.Value;
        }

        Dictionary<string, DataTable> tables = new(StringComparer.Ordinal);
        await using NpgsqlCommand command = transaction.Command(Columns);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            string name = $"{reader.GetString(0)}.{reader.GetString(1)}";
            if (!tables.TryGetValue(name, out DataTable? table))
            {
                table = new DataTable(reader.GetString(0), reader.GetString(1), byName.GetValueOrDefault(name) ?? new PersonalTable(reader.GetString(1)));
                tables[name] = table;
            }

            table.Columns.Add(new DataColumn(
                reader.GetString(2), reader.GetString(3), reader.GetBoolean(4), reader.GetBoolean(5), reader.GetBoolean(6)));
        }

        return tables;
    }

    /// <summary>The personal tables, parents first.</summary>
    private static List<DataTable> Order(List<DataTable> tables)
    {
        HashSet<DataTable> personal = [.. tables.Where(table => table.HasUser)];
        bool grown = true;
        while (grown)
        {
            // What hangs on a personal table is personal, too. The people's own table is the root and no member.
            grown = tables.Where(table => table.Links.Exists(link => personal.Contains(link.Parent))).Count(personal.Add) > 0;
        }

        List<DataTable> ordered = [];
        while (personal.Count > 0)
        {
            List<DataTable> free = [.. personal.Where(table => !table.Links.Exists(link => personal.Contains(link.Parent))).OrderBy(table => table.Name, StringComparer.Ordinal)];

            // A ring of keys has no first table; the one with the least name begins.
            free = free.Count > 0 ? free : [personal.MinBy(table => table.Name, StringComparer.Ordinal)!];
            ordered.AddRange(free);
            personal.ExceptWith(free);
        }

        return ordered;
    }
}
