using System.Reflection;
using AIWendy.Host.Data;
using AIWendy.Integration.Tests.Data;
using AIWendy.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AIWendy.Architecture.Tests;

/// <summary>
/// Migrations are written by hand. What they make of an empty database must be what the model asks for, or queries fail
/// in ways that only show in use.
/// </summary>
[Collection(PostgresCollection.Name)]
public sealed class MigrationTests(PostgresFixture postgres)
{
    private const string History = "__migrations";

    /// <summary>One line per column, constraint and index of a schema.</summary>
    private const string Shape = """
        select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
               || case when a.attnotnull then ' not null' else '' end
               || case when a.attidentity <> '' then ' identity ' || a.attidentity::text else '' end
               || case when a.attgenerated <> '' then ' generated' else '' end
               || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where c.relnamespace = to_regnamespace($1) and a.attnum > 0 and not a.attisdropped and c.relname <> '__migrations'
        union all
        select 'constraint ' || c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
        from pg_constraint k
        join pg_class c on c.oid = k.conrelid
        where c.relnamespace = to_regnamespace($1) and k.contype <> 'n' and c.relname <> '__migrations'
        union all
        select 'index ' || tablename || ' ' || indexdef
        from pg_indexes
        where schemaname = $1 and tablename <> '__migrations'
        order by 1
        """;

    public static TheoryData<string> Contexts { get; } = [.. ContextTypes().Select(type => type.FullName!)];

    [Fact]
    public void There_are_contexts_to_look_at() => ContextTypes().Should().NotBeEmpty();

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task Migrations_make_what_the_model_asks_for(string contextName)
    {
        Type contextType = ContextTypes().Single(type => type.FullName == contextName);
        string schema = PluginSchema.Of(contextType.Assembly);

        await using HostDatabase migrated = await postgres.StartDatabaseAsync();
        await migrated.PrepareSchemaAsync(schema, CancellationToken.None);
        await using (PluginDbContext context = Create(contextType, migrated.Owner, schema))
        {
            await context.Database.MigrateAsync();
        }

        await using HostDatabase modelled = await postgres.StartDatabaseAsync();
        await modelled.PrepareSchemaAsync(schema, CancellationToken.None);
        await using (PluginDbContext context = Create(contextType, modelled.Owner, schema))
        {
            await using NpgsqlCommand create = modelled.Owner.CreateCommand(context.Database.GenerateCreateScript());
            await create.ExecuteNonQueryAsync();
        }

        string[] wanted = await ShapeAsync(modelled.Owner, schema);
        wanted.Should().NotBeEmpty();
        (await ShapeAsync(migrated.Owner, schema)).Should().BeEquivalentTo(wanted);
    }

    private static IEnumerable<Type> ContextTypes() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "AIWendy.Plugins.*.dll")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)).GetTypes())
            .Where(type => type.IsSubclassOf(typeof(PluginDbContext)) && !type.IsAbstract);

    private static PluginDbContext Create(Type contextType, NpgsqlDataSource source, string schema)
    {
        DbContextOptionsBuilder builder = (DbContextOptionsBuilder)Activator.CreateInstance(
            typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
        builder.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(History, schema));
        return (PluginDbContext)Activator.CreateInstance(contextType, builder.Options)!;
    }

    private static async Task<string[]> ShapeAsync(NpgsqlDataSource source, string schema)
    {
        List<string> lines = [];
        await using NpgsqlCommand command = source.CreateCommand(Shape);
        command.Parameters.Add(new NpgsqlParameter { Value = schema });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return [.. lines];
    }
}
