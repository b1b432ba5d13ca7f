using AIWendy.Sdk.Data;

namespace AIWendy.Plugins.Accounts.PersonalData;

/// <summary>A table that holds rows of people.</summary>
internal sealed class DataTable(string schema, string table, PersonalTable rule)
{
    private static readonly string[] SecretEndings = ["_hash", "_stamp", "password", "secret", "api_key"];

    public string Name { get; } = $"{schema}.{table}";

    /// <summary>The name for statements.</summary>
    public string Sql { get; } = $"{Quote(schema)}.{Quote(table)}";

    public List<DataColumn> Columns { get; } = [];

    public List<DataLink> Links { get; } = [];

    /// <summary>Columns of each unique index besides the primary key.</summary>
    public List<string[]> Uniques { get; } = [];

    public bool HasUser => Columns.Exists(column => column is { Name: "user_id", Type: "uuid" });

    public bool HasId => Columns.Exists(column => column is { Name: "id", Type: "uuid" });

    /// <summary>What an export holds, apart from files.</summary>
    public IEnumerable<DataColumn> Exported => Columns.Where(column => !IsOmitted(column));

    public IEnumerable<DataColumn> Files => Exported.Where(column => column.IsBinary);

    /// <summary>Whether rows can be taken in: a column that must be there and was left out makes that impossible.</summary>
    public bool IsImported => rule is { IsImported: true, IsDerived: false } && !Columns.Exists(column => column.IsRequired && IsOmitted(column));

    /// <summary>Whether it only counts or caches what other tables hold.</summary>
    public bool IsDerived => rule.IsDerived;

    public IEnumerable<string> Key => Columns.Where(column => column is { IsKey: true, Name: not "tenant_id" }).Select(column => column.Name);

    public static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>The condition under which a row belongs to the person in parameter <c>$1</c>.</summary>
    public string OwnedBy(string alias, int depth = 0)
    {
        if (HasUser)
        {
            return $"{alias}.user_id = $1";
        }

        string next = $"p{depth}";
        return "(" + string.Join(" or ", Links.Where(link => link.Parent != this).Select(link =>
            $"exists (select 1 from {link.Parent.Sql} {next} where {link.On(alias, next)} and {link.Parent.OwnedBy(next, depth + 1)})")) + ")";
    }

    private bool IsOmitted(DataColumn column) =>
        column.Name == "tenant_id"
        || column.IsGenerated
        || rule.Omitted.Contains(column.Name, StringComparer.Ordinal)
        || Array.Exists(SecretEndings, ending => column.Name.EndsWith(ending, StringComparison.Ordinal));
}

/// <summary>A column as PostgreSQL describes it.</summary>
internal sealed record DataColumn(string Name, string Type, bool IsNotNull, bool IsGenerated, bool IsKey)
{
    public bool IsBinary => Type == "bytea";

    /// <summary>Whether a new row needs it; the tenant is always known.</summary>
    public bool IsRequired => IsNotNull && !IsGenerated && Name != "tenant_id";
}

/// <summary>A foreign key to another table.</summary>
internal sealed record DataLink(DataTable Parent, string[] Near, string[] Far)
{
    public string On(string near, string far) =>
        string.Join(" and ", Near.Zip(Far, (one, other) => $"{far}.{DataTable.Quote(other)} = {near}.{DataTable.Quote(one)}"));
}
